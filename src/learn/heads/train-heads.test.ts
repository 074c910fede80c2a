import { describe, expect, it } from 'vitest';
import { createRng } from '#core/math/rng.ts';
import { createNetwork } from '#core/model/sprout/network.ts';
import { PRESENCE_FEATURES } from '#core/model/sprout/presence-features.ts';
import { RATING_FEATURES } from '#core/model/sprout/rating-features.ts';
import { readKernels } from '#pipeline/training/read-kernels.ts';
import { interactionsOf } from '#tests/support/interactions.ts';
import { smallNetworkParts } from '#tests/support/small-network.ts';
import { SPROUT_HEADS } from './head-settings.ts';
import { readHeadsState, writeHeadsState } from './heads-state.ts';
import { trainHeads, type HeadsTask } from './train-heads.ts';

const SIZE = 24;

async function task(changes: Partial<HeadsTask> = {}): Promise<HeadsTask> {
	const rng = createRng(8);
	const rows = Array.from({ length: 40 }, () =>
		Array.from({ length: SIZE }, (_, title) => title).filter(
			(title) => rng.next() < (title + 1) / (SIZE + 1),
		),
	);
	const lists = interactionsOf(rows, SIZE);
	lists.scores.forEach((_, at) => (lists.scores[at] = rng.below(5) === 0 ? 0 : 40 + rng.below(60)));
	const sizes = {
		n: SIZE,
		m: SIZE,
		facts: 5,
		hidden: 4,
		presenceFeatures: PRESENCE_FEATURES,
		ratingFeatures: RATING_FEATURES,
	};
	const networks = [1, 2].map((seed) => createNetwork(smallNetworkParts(seed, sizes)));
	const [first] = networks;
	if (!first) throw new RangeError('Two networks were made.');
	return {
		lists,
		foldOfList: Uint8Array.from(rows, (_, list) => list % 2),
		networks,
		coldTitles: first.titles,
		eligible: { groupOfUser: new Uint8Array(rows.length), masks: [new Uint8Array(SIZE).fill(1)] },
		settings: { ...SPROUT_HEADS, epochs: 4, batch: 8, best: 10 },
		kernels: await readKernels(),
		...changes,
	};
}

describe('trainHeads', () => {
	it('goes on from a state to the same bytes', async () => {
		const whole = await trainHeads(await task());
		let state: Uint8Array<ArrayBuffer> | undefined;
		const stopped = trainHeads(
			await task({
				onEpoch(now, { epoch }) {
					state = writeHeadsState(now);
					if (epoch === 2) throw new Error('killed');
				},
			}),
		);
		await expect(stopped).rejects.toThrow('killed');
		if (!state) throw new RangeError('A state was kept.');
		expect(await trainHeads(await task({ state: readHeadsState(state) }))).toEqual(whole);
	});

	it('lowers both losses', async () => {
		const losses: [number, number][] = [];
		const settings = {
			...SPROUT_HEADS,
			epochs: 30,
			batch: 8,
			best: SIZE,
			usualShare: 1,
			coldShare: 0,
		};
		await trainHeads(
			await task({
				settings,
				onEpoch: (_, { presence, rating }) => void losses.push([presence, rating]),
			}),
		);
		const [first, last] = [losses[0], losses.at(-1)];
		expect(last?.[0]).toBeLessThan(first?.[0] ?? 0);
		expect(last?.[1]).toBeLessThan(first?.[1] ?? 0);
	});
});
