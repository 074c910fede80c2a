import { describe, expect, it } from 'vitest';
import { parseWatchOrderRequest } from './watch-order-request.ts';

describe('parseWatchOrderRequest', () => {
	it('reads the id', () => {
		const parsed = parseWatchOrderRequest('1535', new URLSearchParams());
		expect(parsed).toEqual({ ok: true, request: { malId: 1535 } });
	});

	it.each([
		['a name for an id', 'naruto', '', 'malId'],
		['an id of 0', '0', '', 'malId'],
		['an id in another notation', '1e3', '', 'malId'],
		['an unknown parameter', '1', 'limit=5', 'limit'],
	])('refuses %s and says where', (_name, malId, query, path) => {
		const parsed = parseWatchOrderRequest(malId, new URLSearchParams(query));
		expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.path)).toEqual([path]);
	});
});
