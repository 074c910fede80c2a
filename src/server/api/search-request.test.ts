import { describe, expect, it } from 'vitest';
import { parseSearchRequest } from './search-request.ts';

const parse = (query: string) => parseSearchRequest(new URLSearchParams(query));

describe('parseSearchRequest', () => {
	it('fills in every default', () => {
		const request = { q: 'steins gate', offset: 0, limit: 20 };
		expect(parse('q=+steins%20gate+')).toEqual({ ok: true, request });
	});

	it('reads a page', () => {
		expect(parse('q=a&offset=40&limit=50')).toEqual({
			ok: true,
			request: { q: 'a', offset: 40, limit: 50 },
		});
	});

	it.each([
		['no name', '', 'q'],
		['an empty name', 'q=%20', 'q'],
		['a very long name', `q=${'x'.repeat(201)}`, 'q'],
		['too long a page', 'q=a&limit=51', 'limit'],
		['an empty page', 'q=a&limit=0', 'limit'],
		['a page beyond the end', 'q=a&offset=201', 'offset'],
		['an unknown parameter', 'q=a&page=2', 'page'],
	])('refuses %s and says where', (_name, query, path) => {
		const parsed = parse(query);
		expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.path)).toEqual([path]);
	});
});
