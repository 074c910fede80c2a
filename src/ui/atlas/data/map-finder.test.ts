import { expect, it } from 'vitest';
import type { FindResult, TitleFinder } from '#ui/recommend/search/title-finder.ts';
import { createMapFinder } from './map-finder.ts';

const hit = (malId: number) => ({
	malId,
	title: `T${malId}`,
	english: null,
	native: null,
	type: 'TV' as const,
	year: 2000,
	name: `T${malId}`,
	marks: [],
});
const finderOf = (result: FindResult): TitleFinder => ({
	find: () => Promise.resolve(result),
	name: () => Promise.resolve({ ok: true, titles: [] }),
	malIds: () => Promise.resolve({ ok: true, malIds: new Map() }),
	warmUp: () => undefined,
	close: () => undefined,
});

it('finds what the map shows, as long as it does', async () => {
	const hidden = new Set([2]);
	const found = finderOf({ ok: true, hits: [hit(1), hit(2), hit(3)] });
	const finder = createMapFinder(found, (malId) => hidden.has(malId));
	expect(await finder.find('t')).toEqual({ ok: true, hits: [hit(1), hit(3)] });
	hidden.clear();
	expect(await finder.find('t')).toEqual({ ok: true, hits: [hit(1), hit(2), hit(3)] });
});

it('fails as the other does', async () => {
	const finder = createMapFinder(finderOf({ ok: false, reason: 'offline' }), () => true);
	expect(await finder.find('t')).toEqual({ ok: false, reason: 'offline' });
});
