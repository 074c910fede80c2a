import { describe, expect, it } from 'vitest';
import { createRng } from '../math/rng.ts';
import { NEIGHBOURS, type AtlasNeighbours } from './neighbours.ts';
import { findRoute } from './route.ts';

type Edge = readonly [from: number, to: number, weight: number];

function graph(count: number, edges: readonly Edge[]): AtlasNeighbours {
	const points = new Uint16Array(count * NEIGHBOURS);
	const weights = new Uint8Array(count * NEIGHBOURS);
	const used = new Uint8Array(count);
	for (const [from, to, weight] of edges) {
		const at = from * NEIGHBOURS + (used[from] ?? 0);
		used[from] = (used[from] ?? 0) + 1;
		points[at] = to;
		weights[at] = Math.round(weight * 255);
	}
	const malIds = Int32Array.from({ length: count }, (_, at) => at + 1);
	return { malIds, points, weights, reasons: new Uint8Array(count * NEIGHBOURS) };
}

describe('a route', () => {
	it('rather takes two strong steps than one weak one', () => {
		// 0.25 + 0.9 for the short cut, twice 0.25 + 0 for the way round.
		const edges: Edge[] = [
			[0, 2, 0.1],
			[0, 1, 1],
			[1, 2, 1],
		];
		expect(findRoute(graph(3, edges), 0, 2)).toEqual([0, 1, 2]);
	});

	it('goes against the direction as well', () => {
		expect(findRoute(graph(2, [[1, 0, 1]]), 0, 1)).toEqual([0, 1]);
	});

	it('leads over nothing that it may not', () => {
		const edges: Edge[] = [
			[0, 2, 0.1],
			[0, 1, 1],
			[1, 2, 1],
		];
		expect(findRoute(graph(3, edges), 0, 2, (point) => point !== 1)).toEqual([0, 2]);
		expect(findRoute(graph(3, edges), 0, 1, (point) => point !== 1)).toEqual([0, 1]);
	});

	it('is the title itself, or none at all', () => {
		expect(findRoute(graph(2, []), 1, 1)).toEqual([1]);
		expect(findRoute(graph(2, []), 0, 1)).toBeUndefined();
	});

	it('costs no more than any other, tried by relaxing every edge until nothing changes', () => {
		const random = createRng(11);
		const edges = Array.from({ length: 90 }, (): Edge => {
			const from = random.below(30);
			return [from, (from + 1 + random.below(29)) % 30, 0.2 + 0.8 * random.next()];
		}).filter(
			([from], at, all) => all.slice(0, at).filter(([f]) => f === from).length < NEIGHBOURS,
		);
		const known = graph(30, edges);
		const cost = new Map([[0, 0]]);
		const weigh = (weight: number) => 1.25 - Math.round(weight * 255) / 255;
		for (let round = 0; round < 30; round++) {
			for (const [from, to, weight] of edges) {
				for (const [a, b] of [
					[from, to],
					[to, from],
				] as const) {
					const through = (cost.get(a) ?? Infinity) + weigh(weight);
					if (through < (cost.get(b) ?? Infinity)) cost.set(b, through);
				}
			}
		}
		for (let to = 1; to < 30; to++) {
			const route = findRoute(known, 0, to);
			const taken = route?.slice(1).reduce((sum, point, at) => {
				const steps = edges.filter(
					([a, b]) => (a === route[at] && b === point) || (b === route[at] && a === point),
				);
				return sum + Math.min(...steps.map(([, , weight]) => weigh(weight)));
			}, 0);
			expect(taken ?? Infinity).toBeCloseTo(cost.get(to) ?? Infinity, 9);
		}
	});
});
