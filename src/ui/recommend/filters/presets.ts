import {
	DEFAULT_RANKING_OPTIONS,
	type FactChoices,
	type Ranges,
} from '#core/rank/ranking-options.ts';
import type { RecommendState } from '../state/url-state.ts';

/** Some filters that are often wanted together; what a preset names, it sets as a whole. */
export interface Preset {
	readonly id: string;
	readonly label: string;
	readonly only?: Partial<FactChoices>;
	readonly ranges?: Partial<Ranges>;
}

export const PRESETS: readonly Preset[] = [
	{
		id: 'short',
		label: 'Short series',
		only: { types: ['TV', 'ONA'] },
		// One season of a quarter of a year.
		ranges: { episodes: { least: 2, most: 13 } },
	},
	{
		id: 'tonight',
		label: 'Films for tonight',
		only: { types: ['Movie'] },
		ranges: { minutes: { least: 60, most: 130 } },
	},
	{ id: 'finished', label: 'Finished only', only: { statuses: ['finished'] } },
	{ id: 'classic', label: 'Before 2000', ranges: { year: { most: 1999 } } },
];

/** Whether all that the preset sets is set. */
export function isPresetOn(state: RecommendState, preset: Preset): boolean {
	return same(state, withParts(state, preset));
}

/** Sets what the preset names, or takes it back where all of it is set. */
export function togglePreset(state: RecommendState, preset: Preset): RecommendState {
	if (!isPresetOn(state, preset)) return withParts(state, preset);
	const { only, ranges } = DEFAULT_RANKING_OPTIONS;
	return withParts(state, {
		...(preset.only && { only: pick(only, preset.only) }),
		...(preset.ranges && { ranges: pick(ranges, preset.ranges) }),
	});
}

function withParts(
	state: RecommendState,
	{ only, ranges }: Pick<Preset, 'only' | 'ranges'>,
): RecommendState {
	const { options } = state;
	return {
		...state,
		options: {
			...options,
			only: { ...options.only, ...only },
			ranges: { ...options.ranges, ...ranges },
		},
	};
}

function same({ options: a }: RecommendState, { options: b }: RecommendState): boolean {
	return JSON.stringify([a.only, a.ranges]) === JSON.stringify([b.only, b.ranges]);
}

function pick<Whole extends object>(whole: Whole, named: Partial<Whole>): Partial<Whole> {
	const entries = Object.entries(whole).filter(([key]) => key in named);
	return Object.fromEntries(entries) as Partial<Whole>; // parts of the same whole
}
