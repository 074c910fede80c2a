import { describe, expect, it } from 'vitest';
import { parseTitleDetailsRequest } from './title-details-request.ts';

const parse = (query: string) => parseTitleDetailsRequest(new URLSearchParams(query));
const ids = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('parseTitleDetailsRequest', () => {
	it('gives each id once', () => {
		expect(parse('ids=1535,20,1535')).toEqual({ ok: true, request: [1535, 20] });
		expect(parse('ids=1535%2C20')).toEqual({ ok: true, request: [1535, 20] });
	});

	it('takes fifty', () => {
		expect(parse(`ids=${ids(50).join(',')}`)).toEqual({ ok: true, request: ids(50) });
	});

	it.each([
		['no ids', '', 'ids'],
		['empty ids', 'ids=', 'ids'],
		['a name', 'ids=naruto', 'ids'],
		['an empty place', 'ids=1,,2', 'ids'],
		['an id of 0', 'ids=1,0', 'ids'],
		['a negative id', 'ids=-1', 'ids'],
		['an id in another notation', 'ids=1e3', 'ids'],
		['too large an id', 'ids=99999999', 'ids'],
		['51 ids', `ids=${ids(51).join(',')}`, 'ids'],
		['an unknown parameter', 'ids=1&limit=1', 'limit'],
	])('refuses %s and says where', (_name, query, path) => {
		const parsed = parse(query);
		expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.path)).toEqual([path]);
	});
});
