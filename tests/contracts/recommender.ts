import { beforeAll, describe, expect, test } from 'vitest';
import { topK } from '#core/math/top-k.ts';
import type { ExplainingRecommender, Recommender } from '#core/model/recommender.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';
import type { Interactions } from '#learn/interactions.ts';
import { interactionsOf } from '#tests/support/interactions.ts';

/** One implementation: how to learn it from lists. */
export interface RecommenderCase {
	readonly name: string;
	/** Whether the list changes the ranking; popularity's does not. */
	readonly personal: boolean;
	/**
	 * What the contributions of an `ExplainingRecommender` are: parts that sum to the score, or what the score
	 * loses without each entry. Undefined for a recommender that does not explain.
	 */
	readonly explains?: 'by parts' | 'by leaving out';
	/** `items` are the MyAnimeList ids by item position. */
	readonly learn: (items: Int32Array, lists: Interactions) => Learned;
}

type Learned = Recommender | Promise<Recommender>;

const SIZE = 40;
/** Far from the positions, so that a mix-up of ids and positions shows. */
const MAL_ID_OFFSET = 1000;
const malIdOf = (item: number) => item + MAL_ID_OFFSET;

/**
 * A checkerboard: user u watched every title of the own colour but title u. By eye, title u is
 * what comes next for user u.
 */
function checkerboardRow(user: number): number[] {
	return Array.from({ length: SIZE }, (_, item) => item).filter(
		(item) => item % 2 === user % 2 && item !== user,
	);
}

function listOf(items: readonly number[]): ListEntry[] {
	return items.map((item) => ({ malId: malIdOf(item), score: 80, status: 'completed' }));
}

function scoresFor(model: Recommender, entries: readonly ListEntry[]): Float32Array {
	const scores = new Float32Array(model.items.length);
	model.score(model.readInput(entries), scores);
	return scores;
}

/** Title at the top once what is on the list is taken out. */
function firstUnseen(model: Recommender, entries: readonly ListEntry[]): number | undefined {
	const seen = new Set(entries.map(({ malId }) => malId));
	const scores = scoresFor(model, entries).map((score, item) =>
		seen.has(model.items[item] ?? 0) ? -Infinity : score,
	);
	const [best] = topK(scores, 1);
	return best === undefined ? undefined : model.items[best];
}

/** What every {@link Recommender} must do; call it once for each implementation. */
export function describeRecommender({ name, personal, explains, learn }: RecommenderCase): void {
	describe(`recommender: ${name}`, () => {
		const items = Int32Array.from({ length: SIZE }, (_, item) => malIdOf(item));
		const rows = Array.from({ length: SIZE }, (_, user) => checkerboardRow(user));
		const lists = interactionsOf(rows, SIZE);
		let learned: Recommender;
		beforeAll(async () => {
			learned = await learn(items, lists);
		});
		const model = () => learned;
		testInput(model);
		testScores(model, () => learn(items, lists));
		if (personal) testPersonalRanking(model);
		if (explains === 'by parts') testParts(model);
		if (explains === 'by leaving out') testLeavingOut(model);
	});
}

function testInput(model: () => Recommender): void {
	test('reads no entries without complaint', () => {
		expect(model().readInput([]).items).toHaveLength(0);
		expect(scoresFor(model(), []).every(Number.isFinite)).toBe(true);
	});

	test('leaves out titles it does not know', () => {
		const known = listOf([2, 8]);
		// Without a score: a scored one may tell how strictly its owner judges.
		const stranger: ListEntry = { malId: 5, score: null, status: 'completed' };
		expect([...model().readInput([stranger, ...known]).items]).toEqual([2, 8]);
		expect(scoresFor(model(), [stranger, ...known])).toEqual(scoresFor(model(), known));
	});

	test('leaves out planned titles', () => {
		const watched = listOf([2, 8]);
		const planned: ListEntry = { malId: malIdOf(3), score: null, status: 'plan-to-watch' };
		expect([...model().readInput([...watched, planned]).items]).toEqual([2, 8]);
		expect(scoresFor(model(), [...watched, planned])).toEqual(scoresFor(model(), watched));
	});

	test('reads items in ascending order, whatever the order of the list', () => {
		const input = model().readInput(listOf([8, 2, 30]));
		expect([...input.items]).toEqual([2, 8, 30]);
		expect(input.weights).toHaveLength(3);
		expect(model().readInput(listOf([30, 8, 2]))).toEqual(input);
	});

	test('reads a title that is listed twice once', () => {
		expect([...model().readInput(listOf([8, 2, 8])).items]).toEqual([2, 8]);
	});
}

function testScores(model: () => Recommender, learnAgain: () => Learned): void {
	test('scores every item with a finite number', () => {
		for (const entries of [listOf([0]), listOf(checkerboardRow(1)), listOf([0, 1, 2, 3])]) {
			expect(scoresFor(model(), entries).every(Number.isFinite)).toBe(true);
		}
	});

	test('overwrites whatever the output held', () => {
		const used = new Float32Array(SIZE).fill(7);
		model().score(model().readInput(listOf([3, 5])), used);
		expect(used).toEqual(scoresFor(model(), listOf([3, 5])));
	});

	test('repeats itself, learned once or twice', async () => {
		const entries = listOf(checkerboardRow(6));
		const scores = scoresFor(model(), entries);
		expect(scoresFor(model(), entries)).toEqual(scores);
		expect(scoresFor(await learnAgain(), entries)).toEqual(scores);
	});
}

function testPersonalRanking(model: () => Recommender): void {
	test('puts the withheld title of the own colour first', () => {
		for (let user = 0; user < SIZE; user++) {
			expect(firstUnseen(model(), listOf(checkerboardRow(user)))).toBe(malIdOf(user));
		}
	});

	test('ranks all titles of the own colour above all others', () => {
		const scores = scoresFor(model(), listOf([0, 2, 4, 6]));
		const own = scores.filter((_, item) => item % 2 === 0 && item > 6);
		const other = scores.filter((_, item) => item % 2 === 1);
		expect(Math.min(...own)).toBeGreaterThan(Math.max(...other));
	});
}

/** Contributions of each entry to all items, item by item. */
function contributionsFor(model: () => Recommender, entries: readonly ListEntry[]) {
	// The cast is the claim under test: the case says that its model explains.
	const explaining = model() as ExplainingRecommender;
	const input = explaining.readInput(entries);
	const count = input.items.length;
	const all = Int32Array.from(explaining.items.keys());
	const out = new Float32Array(all.length * count).fill(NaN);
	explaining.contributions(input, all, out);
	return Array.from(all, (item) => out.subarray(item * count, (item + 1) * count));
}

function testParts(model: () => Recommender): void {
	test.each([1, 5, 19])('explains scores by parts that sum to them, %i entries', (length) => {
		const entries = listOf(checkerboardRow(4).slice(0, length));
		const scores = scoresFor(model(), entries);
		const sums = contributionsFor(model, entries).map((parts) =>
			parts.reduce((total, part) => total + part, 0),
		);
		const scale = Math.max(...scores.map(Math.abs));
		sums.forEach((sum, item) => expect(sum / scale).toBeCloseTo((scores[item] ?? 0) / scale, 5));
	});
}

function testLeavingOut(model: () => Recommender): void {
	test.each([1, 5, 19])('explains scores by what each of %i entries changes', (length) => {
		const entries = listOf(checkerboardRow(4).slice(0, length));
		const scores = scoresFor(model(), entries);
		const scale = Math.max(...scores.map(Math.abs));
		const contributions = contributionsFor(model, entries);
		entries.forEach((_, k) => {
			const without = scoresFor(model(), entries.toSpliced(k, 1));
			contributions.forEach((parts, item) => {
				const change = (scores[item] ?? 0) - (without[item] ?? 0);
				expect((parts[k] ?? NaN) / scale).toBeCloseTo(change / scale, 5);
			});
		});
	});
}
