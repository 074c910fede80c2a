import { describe, expect, it } from 'vitest';
import { createRng } from '#core/math/rng.ts';
import { affinitiesOf, clustered, ring } from '../layout.fixture.ts';
import { spectralLayout } from '../leading-directions.ts';
import { centred, standard } from './constraints.ts';
import { meanDistortion, pull, push, quadratic } from './distortions.ts';
import { neighbourObjective } from './neighbour-embedding.ts';
import { minimiseOnce, minimiserStart, type MinimiserState } from './projected-lbfgs.ts';

describe('distortions', () => {
	it.each([
		['quadratic', quadratic],
		['pull', pull],
		['push', push],
	])('%s: its slope is that of its value', (_, { value, slope }) => {
		for (const distance of [0.01, 0.3, 1, 2.5, 8]) {
			const difference = (value(distance + 1e-6, 1.7) - value(distance - 1e-6, 1.7)) / 2e-6;
			expect(slope(distance, 1.7)).toBeCloseTo(difference, 4);
		}
	});

	it('pulls more and pushes less with distance', () => {
		expect(pull.value(0, 1)).toBe(0);
		expect(pull.value(2, 1)).toBeGreaterThan(pull.value(1, 1));
		expect(push.value(2, 1)).toBeLessThan(push.value(1, 1));
		expect(Number.isFinite(push.value(0, 1))).toBe(true);
	});

	it.each([2, 3, 4])('have a gradient in %d dimensions: finite differences agree', (dimension) => {
		const rng = createRng(dimension);
		const points = Float64Array.from({ length: 12 * dimension }, () => rng.next() - 0.5);
		const pairs = Uint16Array.from({ length: 40 }, () => rng.below(12));
		const weights = Float32Array.from({ length: 20 }, () => rng.next());
		const terms = [pull, push, quadratic].map((distortion) => ({ distortion, pairs, weights }));
		const gradient = new Float64Array(points.length);
		const unused = new Float64Array(points.length);
		meanDistortion(terms, dimension, points, gradient);
		for (const at of [0, 5, 11, points.length - 1]) {
			const moved = (by: number) => {
				const other = points.slice();
				other[at] = (other[at] ?? 0) + by;
				return meanDistortion(terms, dimension, other, unused);
			};
			expect(gradient[at]).toBeCloseTo((moved(1e-6) - moved(-1e-6)) / 2e-6, 5);
		}
	});
});

describe('constraints', () => {
	const random = (length: number) => {
		const rng = createRng(length);
		return Float64Array.from({ length }, () => rng.next() * 3 + 1);
	};
	const gramOf = (points: Float64Array, dimension: number) =>
		Array.from({ length: dimension * dimension }, (_, place) => {
			const [row, column] = [Math.floor(place / dimension), place % dimension];
			let sum = 0;
			for (let at = 0; at < points.length; at += dimension) {
				sum += (points[at + row] ?? 0) * (points[at + column] ?? 0);
			}
			return sum / (points.length / dimension);
		});

	it.each([1, 2, 4])('standard: mean 0 and XᵀX = n·I in %d dimensions', (dimension) => {
		const points = random(50 * dimension);
		standard.project(points, dimension);
		gramOf(points, dimension).forEach((value, place) => {
			expect(value).toBeCloseTo(place % (dimension + 1) === 0 ? 1 : 0, 8);
		});
		const before = points.slice();
		standard.project(points, dimension);
		points.forEach((value, at) => expect(value).toBeCloseTo(before[at] ?? 0, 8));
	});

	it('standard: a projected direction does not leave it, to first order', () => {
		const points = random(100);
		standard.project(points, 2);
		const direction = random(102).slice(2);
		standard.projectDirection(direction, points, 2);
		const step = 1e-5;
		const moved = points.map((value, at) => value + step * (direction[at] ?? 0));
		gramOf(moved, 2).forEach((value, place) => {
			expect(Math.abs(value - (place % 3 === 0 ? 1 : 0))).toBeLessThan(100 * step * step);
		});
	});

	it('centred: takes the mean out and nothing else', () => {
		const points = Float64Array.of(1, 2, 3, 6);
		centred.project(points, 2);
		expect([...points]).toEqual([-1, -2, 1, 2]);
	});
});

describe('minimiseOnce', () => {
	/** Runs to the end; losses must never rise. */
	function minimise(
		objective: Parameters<typeof minimiseOnce>[0],
		start: MinimiserState,
		constraint: typeof centred,
		steps: number,
	) {
		let [state, last] = [start, Infinity];
		for (let step = 0; step < steps; step++) {
			const next = minimiseOnce(objective, state, 2, constraint);
			expect(next.loss).toBeLessThanOrEqual(last);
			[state, last] = [next.state, next.loss];
			if (next.done) break;
		}
		return { state, loss: last };
	}

	it('finds the leading plane of a graph under the standard constraint: a ring is a circle', () => {
		const size = 40;
		const pairs = Uint16Array.from({ length: 2 * size }, (_, at) => ((at >> 1) + (at % 2)) % size);
		const terms = [{ distortion: quadratic, pairs, weights: new Float32Array(size).fill(1) }];
		const rng = createRng(4);
		const points = Float64Array.from({ length: 2 * size }, () => rng.next() - 0.5);
		const { state, loss } = minimise(
			(at, gradient) => meanDistortion(terms, 2, at, gradient),
			minimiserStart(points, 2, standard),
			standard,
			400,
		);
		// XᵀX = n·I makes a circle of radius √2; neighbours are a chord apart.
		const chord = 2 * Math.SQRT2 * Math.sin(Math.PI / size);
		expect(loss).toBeCloseTo(chord * chord, 4);
		for (let at = 0; at < 2 * size; at += 2) {
			expect(Math.hypot(state.points[at] ?? 0, state.points[at + 1] ?? 0)).toBeCloseTo(
				Math.SQRT2,
				1,
			);
		}
	});

	it('parts two clusters that keep their neighbours', () => {
		const graph = affinitiesOf(clustered(120, 2, 4, 0.3), 8);
		const objective = neighbourObjective(graph, 2, { strangers: 1, repulsion: 1 }, createRng(1));
		const start = minimiserStart(spectralLayout(graph, 2, createRng(2)), 2, centred);
		const { points } = minimise(objective, start, centred, 150).state;
		const meanOf = (cluster: number, axis: number) => {
			let sum = 0;
			for (let point = cluster; point < 120; point += 2) sum += points[2 * point + axis] ?? 0;
			return sum / 60;
		};
		const apart = Math.hypot(meanOf(0, 0) - meanOf(1, 0), meanOf(0, 1) - meanOf(1, 1));
		let wide = 0;
		for (let point = 0; point < 120; point++) {
			const cluster = point % 2;
			wide += Math.hypot(
				(points[2 * point] ?? 0) - meanOf(cluster, 0),
				(points[2 * point + 1] ?? 0) - meanOf(cluster, 1),
			);
		}
		expect(apart).toBeGreaterThan((2 * wide) / 120);
	});

	it('goes on from a state to the same points', () => {
		const graph = affinitiesOf(ring(60), 5);
		const objective = neighbourObjective(graph, 2, { strangers: 2, repulsion: 1 }, createRng(1));
		const start = minimiserStart(spectralLayout(graph, 2, createRng(2)), 2, centred);
		const whole = minimise(objective, start, centred, 24).state;
		const half = structuredClone(minimise(objective, start, centred, 12).state);
		expect(minimise(objective, half, centred, 12).state.points).toEqual(whole.points);
	});
});
