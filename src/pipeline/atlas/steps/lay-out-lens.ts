import { deserialize, serialize } from 'node:v8';
import type { AtlasLens } from '#core/atlas/atlas-data.ts';
import type { MinimiserState } from '#atlas/layout/mde/projected-lbfgs.ts';
import type { TsneState } from '#atlas/layout/tsne.ts';
import type { StepContext, StepFunction } from '../../training/job/training-step.ts';
import type { AtlasSettings } from '../atlas-settings.ts';
import { readEarlier, type EarlierMap } from '../earlier-map.ts';
import { layOutGlobal, layOutLocal, settle, type LayoutListener } from '../lay-out.ts';
import { foundNeighboursFrom, type FoundNeighbours } from './find-neighbours.ts';

/** What a lens is laid out from. */
export interface LensInput {
	/** The step that found the neighbours. */
	readonly neighbours: string;
	readonly earlier: EarlierMap | null;
	readonly settings: Pick<
		AtlasSettings,
		'seed' | 'local' | 'halfHeld' | 'warmIterations' | 'global' | 'warmGlobalIterations'
	>;
}

/** Lays out the `local` lens; the result is for {@link positionsFrom}. */
export const layOutLocalLens: StepFunction<LensInput> = async (input, context) => {
	const found = await foundNeighboursFrom(context, input.neighbours);
	const earlier = await readEarlier(input.earlier, 'local');
	const listener = listenerFor<TsneState>(context, 'divergence');
	const positions = await layOutLocal({ ...found, earlier }, input.settings, listener);
	return serialize(settle(positions, found.data.malIds, yearsOf(found), earlier));
};

/** Lays out the `global` lens. */
export const layOutGlobalLens: StepFunction<LensInput> = async (input, context) => {
	const found = await foundNeighboursFrom(context, input.neighbours);
	const earlier = await readEarlier(input.earlier, 'global');
	const listener = listenerFor<MinimiserState>(context, 'distortion');
	const positions = await layOutGlobal({ ...found, earlier }, input.settings, listener);
	return serialize(settle(positions, found.data.malIds, yearsOf(found), earlier));
};

/** The positions that a step laid out: (x₀, y₀, …) in [−1, 1]. */
export async function positionsFrom(
	context: Pick<StepContext, 'result'>,
	lens: AtlasLens,
	steps: Readonly<Record<AtlasLens, string>>,
): Promise<Float64Array> {
	// Written above by this program, and its checksum fits.
	return deserialize(await context.result(steps[lens])) as Float64Array;
}

/** Shows how far a layout is, logs its loss and keeps its state. */
export function listenerFor<State>(context: StepContext, series: string): LayoutListener<State> {
	return {
		// Written below by this program, and its checksum fits.
		resume: context.state && (deserialize(context.state) as State),
		report: (progress) => context.report(progress),
		async checkpoint(state, iteration, loss) {
			await context.log({ series, epoch: iteration, loss });
			await context.saveState(serialize(state));
		},
	};
}

/** Years of the titles; the mean of the others where nobody knows. */
export function yearsOf({ data }: Pick<FoundNeighbours, 'data'>): Float64Array {
	const known = data.anime.map(({ year }) => year).filter((year) => year !== null);
	const mean = known.reduce((sum, year) => sum + year, 0) / Math.max(1, known.length);
	return Float64Array.from(data.anime, ({ year }) => year ?? mean);
}
