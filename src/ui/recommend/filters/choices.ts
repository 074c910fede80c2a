import type { FactChoices, FactKind, RankingOptions } from '#core/rank/ranking-options.ts';
import type { RecommendState } from '../state/url-state.ts';

/** What a visitor wants of one value: no matter, only titles with it, or none with it. */
export type Choice = 'any' | 'in' | 'out';

/** What a click makes of it. */
export const NEXT_CHOICE: Readonly<Record<Choice, Choice>> = { any: 'in', in: 'out', out: 'any' };

export function choiceOf(state: RecommendState, kind: FactKind, value: string): Choice {
	if (valuesOf(state.options.only, kind).includes(value)) return 'in';
	return leftOut(state, kind).includes(value) ? 'out' : 'any';
}

export function withChoice(
	state: RecommendState,
	kind: FactKind,
	value: string,
	choice: Choice,
): RecommendState {
	const { only, without } = state.options;
	const others = (values: readonly string[]) => values.filter((other) => other !== value);
	const wanted = others(valuesOf(only, kind));
	const unwanted = others(valuesOf(without, kind));
	// Tags were left out before anything else could be: they have a place of their own in the address.
	const tags = kind === 'tags' ? others(state.excludedGenres) : state.excludedGenres;
	if (choice === 'in') wanted.push(value);
	const leaves = choice === 'out';
	if (leaves && kind !== 'tags') unwanted.push(value);
	return {
		...state,
		excludedGenres: leaves && kind === 'tags' ? [...tags, value] : tags,
		options: {
			...state.options,
			only: { ...only, [kind]: wanted },
			without: { ...without, [kind]: unwanted },
		},
	};
}

/** Values that must be there, in the order of choosing. */
export function wantedOf(state: RecommendState, kind: FactKind): readonly string[] {
	return valuesOf(state.options.only, kind);
}

/** Values that must not be there, in the order of choosing. */
export function leftOut(state: RecommendState, kind: FactKind): readonly string[] {
	const values = valuesOf(state.options.without, kind);
	return kind === 'tags' ? [...new Set([...state.excludedGenres, ...values])] : values;
}

/** The state with some of its options set. */
export function withOptions(
	state: RecommendState,
	options: Partial<RankingOptions>,
): RecommendState {
	return { ...state, options: { ...state.options, ...options } };
}

function valuesOf(choices: FactChoices, kind: FactKind): readonly string[] {
	return choices[kind];
}
