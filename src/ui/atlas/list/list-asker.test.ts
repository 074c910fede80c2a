import { describe, expect, it } from 'vitest';
import { createLocalAsker, createRemoteAsker } from './list-asker.ts';

const LIST = [{ malId: 1, score: 80, status: 'completed' }] as const;
const PAGE = { page: { items: [{ malId: 5 }, { malId: 3 }] }, anime: [] };
const HIDDEN = () => ({ titles: [7] });
const SCORES = { malIds: [5, 3], scores: [81.3, 40] };

describe('the server', () => {
	it('is asked with the list and what is hidden, and for no more than the map draws', async () => {
		const asked: [string, unknown][] = [];
		const asker = createRemoteAsker((url, init) => {
			asked.push([String(url), JSON.parse(String(init?.body))]);
			return Promise.resolve(Response.json(String(url).endsWith('predictions') ? SCORES : PAGE));
		}, HIDDEN);
		expect(await asker.recommend(LIST, true)).toEqual([5, 3]);
		expect((await asker.predict(LIST))?.get(5)).toBe(81.3);
		expect(asked).toEqual([
			[
				'/api/v1/recommendations',
				expect.objectContaining({ entries: LIST, hidden: { titles: [7] }, adult: true, limit: 25 }),
			],
			['/api/v1/predictions', { entries: LIST }],
		]);
	});

	it('may not answer', async () => {
		const away = createRemoteAsker(() => Promise.reject(new TypeError('Failed to fetch')), HIDDEN);
		expect([await away.recommend(LIST, false), await away.predict(LIST)]).toEqual([null, null]);
		const proxy = createRemoteAsker(() => Promise.resolve(Response.json({ hello: 1 })), HIDDEN);
		expect([await proxy.recommend(LIST, false), await proxy.predict(LIST)]).toEqual([null, null]);
	});
});

it('the device answers the same', async () => {
	const asker = createLocalAsker(
		{
			recommend: () => Promise.resolve({ ok: true, answer: PAGE as never }),
			predictScores: () => Promise.resolve({ ok: true, answer: SCORES }),
		},
		HIDDEN,
	);
	expect(await asker.recommend(LIST, false)).toEqual([5, 3]);
	expect((await asker.predict(LIST))?.get(3)).toBe(40);
	const refusal = { ok: false, reason: 'offline' } as const;
	const off = createLocalAsker(
		{
			recommend: () => Promise.resolve(refusal),
			predictScores: () => Promise.resolve(refusal),
		},
		HIDDEN,
	);
	expect([await off.recommend(LIST, false), await off.predict(LIST)]).toEqual([null, null]);
});
