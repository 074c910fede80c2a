import { describe, expect, it } from 'vitest';
import { parseRefresh, refreshFields, withRefresh } from './refresh.ts';

const params = (query: string) => new URLSearchParams(query);

describe('refreshing by address', () => {
	it('keeps the filters and drops the wish, so that a reload does not ask again', () => {
		expect(withRefresh(params('movies=1&refresh=wanted'), 'done')).toBe('?movies=1');
		expect(withRefresh(params('refresh=wanted'), 'done')).toBe('');
		expect(withRefresh(params('movies=1&refresh=wanted'), 'early')).toBe('?movies=1&refresh=early');
	});

	it('knows three words', () => {
		expect(
			['wanted', 'early', 'failed', '1', ''].map((word) => parseRefresh(params(`refresh=${word}`))),
		).toEqual(['wanted', 'early', 'failed', null, null]);
	});

	it('sends the filters along', () => {
		expect(refreshFields(params('movies=1&x=1_2&refresh=early'))).toEqual([
			['movies', '1'],
			['x', '1_2'],
			['refresh', 'wanted'],
		]);
	});
});
