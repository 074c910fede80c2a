import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CONFIG_SCHEMAS } from './config.ts';

describe('configuration of lists', () => {
	it('asks the sites themselves unless told otherwise, MyAnimeList only with a key', () => {
		const { MAL_CLIENT_ID, MAL_API_URL, ANILIST_API_URL, KITSU_API_URL, LIST_CACHE_MINUTES } =
			CONFIG_SCHEMAS;
		const schemas = [MAL_API_URL, ANILIST_API_URL, KITSU_API_URL];
		expect(schemas.map((schema) => v.parse(schema, undefined))).toEqual([
			'https://api.myanimelist.net/v2',
			'https://graphql.anilist.co',
			'https://kitsu.app/api/edge',
		]);
		expect(v.parse(MAL_CLIENT_ID, undefined)).toBeNull();
		expect(v.parse(MAL_CLIENT_ID, ' ')).toBeNull();
		expect(v.parse(MAL_CLIENT_ID, ' 0a1b ')).toBe('0a1b');
		expect(v.parse(LIST_CACHE_MINUTES, undefined)).toBe(10);
		expect(v.parse(LIST_CACHE_MINUTES, '0')).toBe(0);
	});

	it.each(['http://127.0.0.1:4001/mal/v2', 'https://api.example'])('takes %s', (url) => {
		expect(v.parse(CONFIG_SCHEMAS.MAL_API_URL, url)).toBe(url);
	});

	it.each(['', 'api.example', 'ftp://api.example', '/v2'])('refuses %j for an address', (url) => {
		expect(v.is(CONFIG_SCHEMAS.MAL_API_URL, url)).toBe(false);
	});

	it.each(['-1', '1.5', 'ten', '10000'])('refuses %j for minutes', (minutes) => {
		expect(v.is(CONFIG_SCHEMAS.LIST_CACHE_MINUTES, minutes)).toBe(false);
	});

	it('refuses a key that no header could hold', () => {
		expect(v.is(CONFIG_SCHEMAS.MAL_CLIENT_ID, 'a\nb')).toBe(false);
	});
});

describe('configuration of the store', () => {
	it('stores in the folder data and in no database server by default', () => {
		expect(v.parse(CONFIG_SCHEMAS.DATA_DIR, undefined)).toBe('data');
		expect(v.parse(CONFIG_SCHEMAS.DATABASE_URL, undefined)).toBe('');
	});

	it.each([
		'postgresql://user:password@db.example:5432/sprout',
		'postgres://db.example/sprout?sslmode=require',
		'postgresql:///sprout?host=/run/postgresql&user=sprout',
	])('takes %s', (url) => {
		expect(v.parse(CONFIG_SCHEMAS.DATABASE_URL, url)).toBe(url);
	});

	it.each([
		'mysql://db.example/sprout',
		'db.example:5432',
		'postgresql://a:hunter2@db:port/sprout',
	])('refuses %s, says what it wants and quotes nothing', (url) => {
		const { issues = [] } = v.safeParse(CONFIG_SCHEMAS.DATABASE_URL, url);
		expect(issues.map(({ message }) => message)).toEqual([
			expect.stringMatching(/^must be the address of a PostgreSQL database/),
		]);
		expect(issues[0]?.message).not.toContain('hunter2');
	});
});

describe('configuration of the API', () => {
	it('allows 300 requests a minute unless told otherwise; 0 is no limit', () => {
		const schema = CONFIG_SCHEMAS.API_REQUESTS_PER_MINUTE;
		expect(v.parse(schema, undefined)).toBe(300);
		expect(v.parse(schema, '0')).toBe(0);
		expect(['-1', '1.5', 'many', '1000000'].filter((text) => v.is(schema, text))).toEqual([]);
	});
});
