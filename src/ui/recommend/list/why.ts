import type { Contribution } from '#core/rank/recommendation.ts';

/** Titles that speak alike, after the words that introduce them. */
export interface WhyPhrase {
	readonly words: string;
	readonly sign: 1 | -1;
	readonly contributions: readonly Contribution[];
}

/**
 * How a contribution is introduced. The sign says what it does to the recommendation, the reason
 * how the visitor felt; where the two disagree, the words must not pretend that they agree:
 * a disliked title that speaks for another one was at least watched.
 */
export function whyWords({ reason, sign }: Pick<Contribution, 'reason' | 'sign'>): string {
	if (sign > 0) {
		if (reason === 'liked') return 'because you liked';
		return reason === 'dropped' ? 'because you started' : 'because you watched';
	}
	if (reason === 'disliked') return 'although you disliked';
	return reason === 'dropped' ? 'although you dropped' : 'held back by';
}

/** The sentence of one row: what speaks for it first, then what speaks against it. */
export function whyPhrases(contributions: readonly Contribution[]): WhyPhrase[] {
	const byWords = new Map<string, Contribution[]>();
	for (const contribution of contributions) {
		const words = whyWords(contribution);
		byWords.set(words, [...(byWords.get(words) ?? []), contribution]);
	}
	return [...byWords]
		.map(([words, group]) => ({ words, sign: group[0]?.sign ?? 1, contributions: group }))
		.toSorted((a, b) => b.sign - a.sign);
}

/** The contributions that a closed row names: the strongest for it, and the strongest against it. */
export function mainContributions(contributions: readonly Contribution[]): Contribution[] {
	const inFavour = contributions.filter(({ sign }) => sign > 0).slice(0, 2);
	const against = contributions.filter(({ sign }) => sign < 0).slice(0, 1);
	return [...inFavour, ...against];
}

/** "Because you …" where a phrase begins the sentence. */
export function capitalise(words: string): string {
	return words.slice(0, 1).toUpperCase() + words.slice(1);
}
