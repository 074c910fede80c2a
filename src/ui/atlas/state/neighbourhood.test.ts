import { expect, it } from 'vitest';
import type { NeighbourAnswer } from '#core/atlas/neighbour-answer.ts';
import { openAtlasOf } from '#tests/support/open-atlas.ts';
import { Neighbourhood } from './neighbourhood.svelte.ts';

const near = (malId: number, ...others: number[]): NeighbourAnswer => ({
	malId,
	neighbours: others.map((other) => ({
		malId: other,
		title: `T${other}`,
		weight: 0.5,
		reasons: [],
		shared: [],
	})),
});

function neighbourhood(answers: readonly NeighbourAnswer[], isOnMap = (_point: number) => true) {
	const known = (malId: number) => answers.find((answer) => answer.malId === malId);
	const finder = { find: (malId: number) => Promise.resolve(known(malId) ?? null), known };
	return new Neighbourhood(openAtlasOf([10, 20, 30]), finder, isOnMap);
}

it('knows what is near a selected title, of what is on the map', async () => {
	const around = neighbourhood([near(10, 20, 30, 99)], (point) => point !== 1);
	expect(await around.select(0)).toBe(true);
	// The last is no title of this map: it has a name all the same.
	expect(around.near?.neighbours.map(({ malId }) => malId)).toEqual([30, 99]);
	expect(around.known(0)).toEqual([{ point: 2, weight: 0.5 }]);
	expect(await around.of(0)).toEqual([{ point: 2, weight: 0.5 }]);
});

it('forgets an answer that another selection has overtaken', async () => {
	const around = neighbourhood([near(10, 20), near(20, 30)]);
	const first = around.select(0);
	const second = around.select(1);
	expect([await first, await second]).toEqual([false, true]);
	expect(around.near?.malId).toBe(20);
});

it('says where nobody could be asked, until something else is selected', async () => {
	const around = neighbourhood([near(20, 30)]);
	await around.select(0);
	expect([around.near, around.failed]).toEqual([null, true]);
	await around.select(null);
	expect(around.failed).toBe(false);
});
