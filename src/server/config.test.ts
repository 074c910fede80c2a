import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CONFIG_SCHEMAS } from './config.ts';

describe('CONFIG_SCHEMAS', () => {
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
