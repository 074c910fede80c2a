import { describe, expect, it } from 'vitest';
import { medianMove } from '#atlas/layout/metrics/picture-metrics.ts';
import type { MinimiserState } from '#atlas/layout/mde/projected-lbfgs.ts';
import { affinitiesOf, clustered } from '#atlas/layout/layout.fixture.ts';
import { largestOfRows } from '#atlas/layout/true-neighbours.ts';
import type { TsneState } from '#atlas/layout/tsne.ts';
import { NEIGHBOURS } from '#core/atlas/neighbours.ts';
import { ATLAS_SETTINGS } from './atlas-settings.ts';
import { layOutGlobal, layOutLocal, settle, type LayoutListener } from './lay-out.ts';

const SIZE = 500;
const SETTINGS = {
	...ATLAS_SETTINGS,
	local: { ...ATLAS_SETTINGS.local, iterations: 500, exaggerated: 120 },
	warmIterations: 150,
};

/** Titles of ten kinds, and what is known of them. */
function sources(seedOfNoise = 0) {
	const space = clustered(SIZE, 10, 8, 0.7);
	const noisy = space.values.map((value, at) => value + 0.01 * Math.sin(at * seedOfNoise));
	const affinities = affinitiesOf({ ...space, values: noisy }, 12);
	const points = new Uint16Array(SIZE * NEIGHBOURS);
	const weights = new Uint8Array(SIZE * NEIGHBOURS);
	largestOfRows(affinities, NEIGHBOURS).forEach((best, point) => {
		points.set(best, point * NEIGHBOURS);
		weights.fill(99, point * NEIGHBOURS, point * NEIGHBOURS + best.length);
	});
	const malIds = Int32Array.from({ length: SIZE }, (_, at) => at + 1);
	const neighbours = { malIds, points, weights, reasons: new Uint8Array(weights.length) };
	// As on the real map, few know the median title.
	const support = new Uint32Array(SIZE).fill(20);
	return { affinities, neighbours, support, space, earlier: null };
}

const YEARS = Float64Array.from({ length: SIZE }, (_, at) => at % 10);
const quiet = <State>(): LayoutListener<State> => ({
	report: async () => {},
	checkpoint: async () => {},
	resume: null,
});

/** Stops after the first checkpoint from `after` on; what was kept is in the error. */
function stopping<State>(after: number): LayoutListener<State> & { kept: State | null } {
	const listener = {
		...quiet<State>(),
		kept: null as State | null,
		async checkpoint(state: State, iteration: number) {
			if (iteration < after) return;
			listener.kept = structuredClone(state);
			throw new Error('stopped');
		},
	};
	return listener;
}

describe('the lenses', () => {
	it.each(['local', 'global'] as const)(
		'%s: a warm start moves the median by 2 %% at most',
		async (lens) => {
			const layOut = (given: ReturnType<typeof sources>, earlier: Parameters<typeof settle>[3]) =>
				lens === 'local'
					? layOutLocal({ ...given, earlier }, SETTINGS, quiet<TsneState>())
					: layOutGlobal({ ...given, earlier }, SETTINGS, quiet<MinimiserState>());
			const before = sources();
			const { malIds } = before.neighbours;
			const first = settle(await layOut(before, null), malIds, YEARS, null);
			const earlier = {
				malIds,
				x: Float32Array.from({ length: SIZE }, (_, at) => first[2 * at] ?? 0),
				y: Float32Array.from({ length: SIZE }, (_, at) => first[2 * at + 1] ?? 0),
			};
			const changed = sources(3);
			const second = settle(await layOut(changed, earlier), malIds, YEARS, earlier);
			expect(medianMove(second, first)).toBeLessThan(0.02);
			expect(Math.max(...first.map(Math.abs))).toBeCloseTo(1, 9);
		},
	);

	it('local: goes on from the last checkpoint to the same positions', async () => {
		const given = sources();
		const whole = await layOutLocal(given, SETTINGS, quiet<TsneState>());
		const listener = stopping<TsneState>(50);
		await expect(layOutLocal(given, SETTINGS, listener)).rejects.toThrow('stopped');
		expect(listener.kept?.iteration).toBe(50);
		const resumed = { ...quiet<TsneState>(), resume: listener.kept };
		expect(await layOutLocal(given, SETTINGS, resumed)).toEqual(whole);
	});

	it('global: goes on from the last checkpoint to the same positions', async () => {
		const given = sources();
		const whole = await layOutGlobal(given, SETTINGS, quiet<MinimiserState>());
		const listener = stopping<MinimiserState>(50);
		await expect(layOutGlobal(given, SETTINGS, listener)).rejects.toThrow('stopped');
		const resumed = { ...quiet<MinimiserState>(), resume: listener.kept };
		expect(await layOutGlobal(given, SETTINGS, resumed)).toEqual(whole);
	});

	it('tells how far it is, with a loss that falls', async () => {
		const losses: number[] = [];
		const report: LayoutListener<MinimiserState>['report'] = async ({ loss }) =>
			void losses.push(loss ?? NaN);
		await layOutGlobal(sources(), SETTINGS, { ...quiet<MinimiserState>(), report });
		expect(losses.length).toBeGreaterThan(20);
		expect(losses).toEqual([...losses].sort((a, b) => b - a));
	});
});
