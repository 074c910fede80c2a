import { describe, expect, test } from 'vitest';
import type { Recommender } from '#core/model/recommender.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';
import { itemPositions, readInput } from '#learn/baselines/list-input.ts';
import { smallCorpus, userWith } from '#tests/support/evaluation-user.ts';
import { coldUsers, evaluateCold, randomOrder } from './evaluate-cold.ts';

/** Title 5 started in 2020, after the users' lists were collected. */
const CORPUS = smallCorpus({
	trainUsers: [6, 5, 4, 3, 2, 1],
	startDate: ['2001', '', '2003', '2004', '2005', '2020'],
});
const FOLD = Uint16Array.of(1, 3, 4, 5);
const set = (...users: ReturnType<typeof userWith>[]) => ({ corpus: CORPUS, users });
const discount = (place: number) => 1 / Math.log2(place + 1);

function model(scores: readonly number[], seen: ListEntry[] = []): Recommender {
	const positions = itemPositions(CORPUS.items);
	return {
		name: 'fixed',
		items: CORPUS.items,
		readInput(entries) {
			seen.push(...entries);
			return readInput(entries, positions);
		},
		score: (_input, out) => out.set(scores),
	};
}

describe('cold titles', () => {
	const given = set(
		userWith({ user: 1, input: [0, 1], withheld: [3] }),
		userWith({ user: 2, input: [0, 2] }),
	);
	const users = coldUsers(given, FOLD, 'list');

	test('looks for withheld and visible titles of the fold that the user can know', () => {
		expect(users).toHaveLength(1);
		expect(users[0]?.candidates).toEqual([1, 3, 4]);
		expect([...(users[0]?.relevant ?? [])]).toEqual([1, 3]);
	});

	test('looks for withheld titles alone, and ranks no visible ones then', () => {
		const [first, ...others] = coldUsers(given, FOLD, 'withheld');
		expect(first?.candidates).toEqual([3, 4]);
		expect([...(first?.relevant ?? [])]).toEqual([3]);
		expect(first?.input.map(({ malId }) => malId)).toEqual([100]);
		expect(others).toEqual([]);
	});

	test('hides the fold from the input and ranks nothing else', () => {
		const seen: ListEntry[] = [];
		const values = evaluateCold(model([9, 1, 8, 2, 3, 7], seen), users, CORPUS);
		expect(seen.map(({ malId }) => malId)).toEqual([100]);
		// Title 4 comes first, then 3 and 1.
		expect(values.get(1)).toBeCloseTo(
			(discount(2) + discount(3)) / (discount(1) + discount(2)),
			12,
		);
	});

	test('states what random order gives', () => {
		const all = discount(1) + discount(2) + discount(3);
		expect(randomOrder(users).get(1)).toBeCloseTo(
			((2 / 3) * all) / (discount(1) + discount(2)),
			12,
		);
	});
});
