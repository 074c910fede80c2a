import { describe, expect, it } from 'vitest';
import { parseSimilarRequest } from './similar-request.ts';

const parse = (id: string, query = '') => parseSimilarRequest(id, new URLSearchParams(query));
const mal = (id: number) => ({ site: 'mal', id });

describe('parseSimilarRequest', () => {
	it('fills in every default', () => {
		const request = { id: mal(1535), limit: 10, includeFranchise: false };
		expect(parse('1535')).toEqual({ ok: true, request });
	});

	it('reads what is given; the last counts', () => {
		const request = { id: mal(1), limit: 7, includeFranchise: true };
		expect(parse('1', 'limit=5&limit=7&includeFranchise=true')).toEqual({ ok: true, request });
	});

	it('takes an id of AniList', () => {
		const parsed = parse('anilist:21');
		expect(parsed.ok && parsed.request.id).toEqual({ site: 'anilist', id: 21 });
	});

	it.each([
		['a name for an id', 'naruto', '', 'id'],
		['an id of 0', '0', '', 'id'],
		['an id that is no whole number', '1.5', '', 'id'],
		['an id in another notation', '1e3', '', 'id'],
		['no titles at all', '1', 'limit=0', 'limit'],
		['too many titles', '1', 'limit=51', 'limit'],
		['a limit without a value', '1', 'limit=', 'limit'],
		['a switch that is no boolean', '1', 'includeFranchise=1', 'includeFranchise'],
		['an unknown parameter', '1', 'offset=1', 'offset'],
	])('refuses %s and says where', (_name, id, query, path) => {
		const parsed = parse(id, query);
		expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.path)).toEqual([path]);
	});
});
