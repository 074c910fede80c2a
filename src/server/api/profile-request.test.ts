import { describe, expect, it } from 'vitest';
import { idSources } from '#tests/support/id-sources.ts';
import { parseProfileQuery, parseProfileRequest } from './profile-request.ts';

describe('parseProfileRequest', () => {
	it('fills in what is left out', () => {
		expect(parseProfileRequest({ entries: [{ malId: 1 }] }, idSources)).toEqual({
			ok: true,
			request: {
				entries: [{ malId: 1, score: null, status: 'completed' }],
				parts: ['facts', 'insights'],
			},
		});
		const entry = { malId: 2, score: 70, status: 'dropped', progress: 3, rewatches: 0 };
		expect(parseProfileRequest({ entries: [entry], parts: ['facts'] }, idSources)).toEqual({
			ok: true,
			request: { entries: [entry], parts: ['facts'] },
		});
	});

	it.each([
		['no entries', {}, 'entries'],
		['an array', [], ''],
		['another part', { entries: [], parts: ['charts'] }, 'parts.0'],
		['part of an episode', { entries: [{ malId: 1, progress: 0.5 }] }, 'entries.0.progress'],
		['an unknown key', { entries: [], facets: true }, 'facets'],
	])('says what is wrong: %s', (_what, body, path) => {
		expect(parseProfileRequest(body, idSources)).toMatchObject({ ok: false, issues: [{ path }] });
	});
});

describe('parseProfileQuery', () => {
	const parse = (query: string) => parseProfileQuery(new URLSearchParams(query));

	it('takes parts with commas, and both where none is named', () => {
		expect(parse('')).toEqual({ ok: true, request: ['facts', 'insights'] });
		expect(parse('parts=insights')).toEqual({ ok: true, request: ['insights'] });
		expect(parse('parts=facts,insights')).toEqual({ ok: true, request: ['facts', 'insights'] });
	});

	it('says what is wrong', () => {
		expect(parse('parts=facts,none')).toMatchObject({ ok: false, issues: [{ path: 'parts' }] });
		expect(parse('part=facts')).toMatchObject({ ok: false, issues: [{ path: 'part' }] });
	});
});
