import { describe, expect, it } from 'vitest';
import { createRng } from '#core/math/rng.ts';
import { affinitiesOf, asVectors, clustered, ring } from './layout.fixture.ts';
import { spectralLayout } from './leading-directions.ts';
import { neighbourRecall, ranksOf, trustworthiness } from './metrics/picture-metrics.ts';
import { nearestRows } from './nearest.ts';
import { createForces } from './tsne-forces.ts';
import { createTsne, tsneStart, type TsneState } from './tsne.ts';

const SETTINGS = { iterations: 300, exaggerated: 100, exaggeration: 12, theta: 0.5, hold: 0 };

function laidOut(affinities: ReturnType<typeof affinitiesOf>, start?: TsneState, steps = 300) {
	const begin = start ?? tsneStart(spectralLayout(affinities, 2, createRng(1)).map((v) => v / 100));
	const tsne = createTsne(affinities, begin, SETTINGS);
	for (let step = 0; step < steps; step++) tsne.step();
	return tsne;
}

describe('createForces', () => {
	it('gives the gradient of the divergence: finite differences agree where nothing is approximated', () => {
		const affinities = affinitiesOf(clustered(40, 3, 4, 0.5), 6);
		const rng = createRng(2);
		const positions = Float64Array.from({ length: 80 }, () => 4 * (rng.next() - 0.5));
		const forces = createForces(affinities, 0);
		forces.compute(positions, 1);
		const step = 1e-5;
		for (const at of [0, 1, 17, 42, 79]) {
			const moved = (by: number) => {
				const other = positions.slice();
				other[at] = (other[at] ?? 0) + by;
				return forces.divergence(other);
			};
			const slope = (moved(step) - moved(-step)) / (2 * step);
			expect(forces.gradient[at]).toBeCloseTo(slope, 6);
		}
	});

	it('is close to the exact one with a tree, also where points lie in one place', () => {
		const affinities = affinitiesOf(clustered(300, 4, 4, 0.5), 10);
		const rng = createRng(2);
		const positions = Float64Array.from({ length: 600 }, () => 20 * (rng.next() - 0.5));
		positions.fill(3, 0, 20);
		const [near, exact] = [createForces(affinities, 0.5), createForces(affinities, 0)];
		near.compute(positions, 1);
		exact.compute(positions, 1);
		const length = Math.hypot(...exact.gradient);
		const error = Math.hypot(
			...exact.gradient.map((value, at) => value - (near.gradient[at] ?? 0)),
		);
		expect(error / length).toBeLessThan(0.02);
		expect(near.divergence(positions)).toBeCloseTo(exact.divergence(positions), 1);
	});
});

describe('createTsne', () => {
	it('keeps a ring a ring: neighbours along it stay neighbours', () => {
		const size = 120;
		const { positions } = laidOut(affinitiesOf(ring(size), 6)).state;
		const { rows } = nearestRows(asVectors(positions), 2);
		const beside = [...rows].filter((other, at) => {
			const gap = Math.abs(other - (at >> 1));
			return Math.min(gap, size - gap) <= 2;
		});
		expect(beside.length / rows.length).toBeGreaterThan(0.98);
	});

	it('parts two clusters', () => {
		const { positions } = laidOut(affinitiesOf(clustered(200, 2, 5, 0.3), 10)).state;
		const { rows } = nearestRows(asVectors(positions), 5);
		const same = [...rows].filter((other, at) => (other - Math.floor(at / 5)) % 2 === 0);
		expect(same.length).toBe(rows.length);
	});

	it('reaches the floors on a generated set', () => {
		const vectors = clustered(600, 12, 10, 0.8);
		const { state } = laidOut(affinitiesOf(vectors, 15));
		const lists = (of: ReturnType<typeof nearestRows>) =>
			Array.from({ length: 600 }, (_, point) => of.rows.subarray(point * 15, (point + 1) * 15));
		const truth = nearestRows(vectors, 15);
		const picture = lists(nearestRows(asVectors(state.positions), 15));
		expect(neighbourRecall(lists(truth), picture)).toBeGreaterThan(0.3);
		const similarity = new Float64Array(600);
		const trusted = trustworthiness(new Map(picture.entries()), 600, (point, ranks) => {
			for (let other = 0; other < 600; other++) {
				let square = 0;
				for (let at = 0; at < 10; at++) {
					square +=
						((vectors.values[10 * point + at] ?? 0) - (vectors.values[10 * other + at] ?? 0)) ** 2;
				}
				similarity[other] = -square;
			}
			ranksOf(similarity, point, ranks);
		});
		expect(trusted).toBeGreaterThan(0.95);
	});

	it('goes on from a state to the same positions, and gives the same ones again', () => {
		const affinities = affinitiesOf(clustered(100, 3, 4, 0.5), 8);
		const whole = laidOut(affinities, undefined, 60).state.positions;
		const half = structuredClone(laidOut(affinities, undefined, 30).state);
		expect(laidOut(affinities, half, 30).state.positions).toEqual(whole);
		expect(laidOut(affinities, undefined, 60).state.positions).toEqual(whole);
	});

	it('holds points to where they lay when exaggeration ended, by their weights', () => {
		const size = 200;
		const affinities = affinitiesOf(clustered(size, 4, 4, 0.8), 10);
		const start = tsneStart(spectralLayout(affinities, 2, createRng(1)).map((v) => v / 100));
		const weights = Float32Array.from({ length: size }, (_, point) => (point % 2 === 0 ? 1 : 0));
		const tsne = createTsne(affinities, start, { ...SETTINGS, hold: 0.1 }, weights);
		for (let step = 0; step < 300; step++) tsne.step();
		const { positions, anchors } = tsne.state;
		const extent = (xy: Float64Array) => Math.hypot(...xy);
		const grown = extent(positions) / extent(anchors ?? new Float64Array());
		const away = (remainder: number) =>
			Math.hypot(
				...positions
					.map((coordinate, at) => coordinate - grown * (anchors?.[at] ?? 0))
					.filter((_, at) => (at >> 1) % 2 === remainder),
			) / extent(positions);
		expect(away(0)).toBeLessThan(0.05);
		expect(away(1)).toBeGreaterThan(0.3);
	});
});
