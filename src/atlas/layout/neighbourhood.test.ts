import { describe, expect, it } from 'vitest';
import { NEIGHBOURS, neighboursOf } from '#core/atlas/neighbours.ts';
import { coLikes } from './co-likes.ts';
import { denseChances } from './dense-chances.ts';
import { clustered } from './layout.fixture.ts';
import { mixNeighbourhoods, type NeighbourhoodSettings, type TitleLink } from './neighbourhood.ts';
import { trueNeighbours } from './true-neighbours.ts';
import { trustOf } from './trust.ts';
import { positionsOf, sharedTitles, warmPositions } from './warm-start.ts';

const SETTINGS: NeighbourhoodSettings = {
	perplexity: 4,
	candidates: 8,
	likedShare: 0.6,
	halfSupport: 2,
	linkShare: 0.1,
};
const SIZE = 30;
/** Titles 0–9 are liked in tens of one third each; nobody knows the others. */
const LISTS = {
	userCount: 6,
	itemCount: SIZE,
	offsets: Uint32Array.from({ length: 7 }, (_, user) => 3 * user),
	items: Uint16Array.from([0, 3, 6, 0, 3, 9, 1, 4, 7, 1, 4, 7, 2, 5, 8, 2, 5, 8]),
	scores: new Uint8Array(18).fill(90),
};
const LINKS: TitleLink[] = [
	{ a: 0, b: 29, weight: 1, reason: 'related' },
	{ a: 0, b: 28, weight: 2, reason: 'recommended' },
];

const SOURCES = { coLikes: coLikes(LISTS), space: clustered(SIZE, 3, 4, 0.2), links: LINKS };

function mixed() {
	const mixing = mixNeighbourhoods(SOURCES, SETTINGS);
	for (;;) {
		const step = mixing.next();
		if (step.done) return step.value;
	}
}

describe('mixNeighbourhoods', () => {
	const { chances, reasons } = mixed();
	const row = (title: number) => {
		const found = new Map<number, { chance: number; reasons: number }>();
		for (let at = chances.offsets[title] ?? 0; at < (chances.offsets[title + 1] ?? 0); at++) {
			const own = { chance: chances.values[at] ?? 0, reasons: reasons[at] ?? 0 };
			found.set(chances.columns[at] ?? 0, own);
		}
		return found;
	};

	it('gives chances that sum to 1, never to a title itself', () => {
		for (let title = 0; title < SIZE; title++) {
			const own = [...row(title)];
			expect(own.reduce((sum, [, { chance }]) => sum + chance, 0)).toBeCloseTo(1, 5);
			expect(own.map(([other]) => other)).not.toContain(title);
		}
	});

	it('weighs the sources as the settings say, and says which they were', () => {
		const shareOf = (title: number, bit: number) =>
			[...row(title).values()].reduce(
				(sum, own) => sum + (own.reasons === bit ? own.chance : 0),
				0,
			);
		// Links: .1 · (1 − e^−3), a third of it the relation.
		const links = 0.1 * (1 - Math.exp(-3));
		expect(row(0).get(29)).toEqual({ chance: expect.closeTo(links / 3, 5), reasons: 2 });
		expect(row(0).get(28)?.chance).toBeCloseTo((2 * links) / 3, 5);
		// Two lists like title 1: .6 · 2 / (2 + 2) for them, where the model doesn't know better.
		expect(shareOf(1, 1) + shareOf(1, 9)).toBeGreaterThanOrEqual(0.299);
		// Nobody likes title 20: its facts alone place it.
		expect(shareOf(20, 8)).toBeCloseTo(1, 5);
	});

	it('names the largest chances as neighbours, with their reasons', () => {
		const malIds = Int32Array.from({ length: SIZE }, (_, at) => at + 1);
		const neighbours = trueNeighbours(malIds, { chances, reasons });
		expect(neighbours.points).toHaveLength(SIZE * NEIGHBOURS);
		const own = neighboursOf(neighbours, 1);
		expect(own[0]?.weight).toBe(1);
		const reasonsOf = (point: number) => own.find((other) => other.point === point)?.reasons;
		expect([4, 7].map((point) => reasonsOf(point)?.[0])).toEqual([
			'liked-together',
			'liked-together',
		]);
		expect(reasonsOf(22)).toEqual(['model']);
		const weights = neighboursOf(neighbours, 0).map(({ weight }) => weight);
		expect(weights).toEqual([...weights].sort((a, b) => b - a));
	});
});

describe('denseChances', () => {
	it('is never less than what the candidates have, and the same where all sources name them', () => {
		const { chances } = mixed();
		const chancesFor = denseChances(SOURCES, SETTINGS);
		const dense = new Float64Array(SIZE);
		for (let title = 0; title < SIZE; title++) {
			chancesFor(title, dense);
			expect(dense[title]).toBe(0);
			for (let at = chances.offsets[title] ?? 0; at < (chances.offsets[title + 1] ?? 0); at++) {
				const other = chances.columns[at] ?? 0;
				expect(dense[other]).toBeGreaterThanOrEqual((chances.values[at] ?? 0) - 1e-6);
			}
			const sum = dense.reduce((a, b) => a + b);
			expect(sum).toBeGreaterThanOrEqual(1 - 1e-6);
			expect(sum).toBeLessThan(1.5);
		}
	});
});

describe('trustOf', () => {
	it('is what a position keeps of the neighbours, and less where less is known', () => {
		const size = 200;
		const line = Float64Array.from({ length: 2 * size }, (_, at) => (at % 2 === 0 ? at : 0));
		const points = new Uint16Array(size * NEIGHBOURS);
		const weights = new Uint8Array(size * NEIGHBOURS);
		// Title 0's neighbours: the next one, twice as heavy as the last one.
		points.set([1, 199]);
		weights.set([200, 100]);
		points.set([2], NEIGHBOURS);
		weights.set([9], NEIGHBOURS);
		const support = new Uint32Array(size);
		support[1] = 80;
		const trust = trustOf(line, { points, weights }, support);
		expect(trust[0]).toBeCloseTo((0.5 * 2) / 3, 6);
		expect(trust[1]).toBeCloseTo(90 / 100, 6);
		expect(trust[2]).toBe(0);
	});
});

describe('warmPositions', () => {
	const earlier = {
		malIds: Int32Array.of(5, 7),
		x: Float32Array.of(0.5, -0.5),
		y: Float32Array.of(0, 1),
	};
	const malIds = Int32Array.of(7, 9, 5, 11);

	it('leaves titles where they were and puts new ones amid their neighbours', () => {
		const points = new Uint16Array(4 * NEIGHBOURS);
		const weights = new Uint8Array(4 * NEIGHBOURS);
		points.set([0, 2], NEIGHBOURS);
		weights.set([30, 10], NEIGHBOURS);
		const reasons = new Uint8Array(4 * NEIGHBOURS);
		const positions = warmPositions(earlier, { malIds, points, weights, reasons });
		expect([...positions.subarray(0, 2), ...positions.subarray(4, 6)]).toEqual([-0.5, 1, 0.5, 0]);
		expect(positions[2]).toBeCloseTo(-0.25, 2);
		expect(positions[3]).toBeCloseTo(0.75, 2);
		expect(Math.hypot(positions[6] ?? 1, positions[7] ?? 1)).toBeLessThan(0.01);
	});

	it('finds the titles that both maps have', () => {
		expect(sharedTitles(malIds, earlier)).toEqual([
			[0, 1],
			[2, 0],
		]);
		expect([...positionsOf(earlier)]).toEqual([0.5, 0, -0.5, 1]);
	});
});
