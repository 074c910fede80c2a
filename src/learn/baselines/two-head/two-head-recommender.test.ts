import { describe, expect, it } from 'vitest';
import type { ListEntry } from '#core/profile/list-entry.ts';
import { scoreNormalisation, normaliseScore } from '#core/profile/score-normalisation.ts';
import { HIDDEN, LISTS, smallTwoHead } from '#tests/support/small-two-head.ts';
import { lossAndGradients } from './loss-and-gradients.ts';
import { createTwoHead } from './two-head-recommender.ts';

const ITEMS = Int32Array.of(10, 11, 12, 13, 14, 15, 16);
const USERS = [0, 1, 2, 3];

/** Entries of a user's list that are hidden or not. */
function entriesOf(user: number, hidden: boolean): ListEntry[] {
	const places = [...LISTS.items.keys()].slice(LISTS.offsets[user], LISTS.offsets[user + 1]);
	return places
		.filter((at) => Boolean(HIDDEN[at]) === hidden)
		.map((at) => ({
			malId: ITEMS[LISTS.items[at] ?? -1] ?? 0,
			score: LISTS.scores[at] || null,
			status: 'completed',
		}));
}

async function smallModel() {
	const { network, batch, all } = await smallTwoHead();
	const model = createTwoHead(ITEMS, network.layout, all.slice());
	return { model, losses: lossAndGradients(network, batch) };
}

describe('createTwoHead', () => {
	it('has the presence logits that the loss was made of', async () => {
		const { model, losses } = await smallModel();
		let loss = 0;
		for (const user of USERS) {
			const input = model.readInput(entriesOf(user, false));
			const logits = new Float32Array(ITEMS.length);
			model.score(input, logits);
			const candidates = [...ITEMS.keys()].filter((item) => !input.items.includes(item));
			const sum = candidates.reduce((total, item) => total + Math.exp(logits[item] ?? 0), 0);
			const targets = entriesOf(user, true);
			for (const { malId } of targets) {
				const own = logits[ITEMS.indexOf(malId)] ?? 0;
				loss += (Math.log(sum) - own) / Math.sqrt(targets.length) / USERS.length;
			}
		}
		expect(loss).toBeCloseTo(losses.presence, 4);
	});

	it('predicts the scores that the loss was made of, on the scale of their owner', async () => {
		const { model, losses } = await smallModel();
		const errors = USERS.flatMap((user) => {
			const visible = entriesOf(user, false);
			const ratings = new Float32Array(ITEMS.length);
			model.rate(model.readInput(visible), ratings);
			const normalise = (score: number) => normaliseScore(score, scoreNormalisation(visible));
			return entriesOf(user, true).flatMap(({ malId, score }) =>
				score === null ? [] : [normalise(ratings[ITEMS.indexOf(malId)] ?? 0) - normalise(score)],
			);
		});
		// Huber with a delta of .7, as in the fixture.
		const huber = errors.map(Math.abs).map((r) => (r <= 0.7 ? r ** 2 / 2 : 0.7 * (r - 0.35)));
		const mean = huber.reduce((sum, loss) => sum + loss, 0) / errors.length;
		expect(mean).toBeCloseTo(losses.rating, 4);
	});
});
