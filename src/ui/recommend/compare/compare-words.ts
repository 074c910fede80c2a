import type { Agreement } from '#core/rank/compare/comparison.ts';

/** How far two lists go together, in words that promise no more than the titles tell. */
export interface AgreementWords {
	readonly heading: string;
	readonly text: string;
}

/** Least correlation of each heading. */
const HEADINGS: readonly (readonly [least: number, heading: string])[] = [
	[0.7, 'You judge very much alike'],
	[0.4, 'You judge alike'],
	[0.15, 'You agree a little'],
	[-0.15, 'Your scores have no common pattern'],
];

/** Percentiles of two who have nothing to do with each other lie so far apart on average. */
const STRANGERS = 33;

export function agreementWords(agreement: Agreement | null, bothScored: number): AgreementWords {
	if (agreement === null) {
		const titles =
			bothScored === 1 ? 'one title' : `${bothScored === 0 ? 'no' : bothScored} titles`;
		return {
			heading: 'Too few titles to tell',
			text: `You have both scored ${titles}. From five on there is something to say about how far you agree, from sixteen on it is more than a hint.`,
		};
	}
	const { correlation, meanGap, rough } = agreement;
	const gap = Math.round(meanGap * 100);
	const heading =
		correlation === null
			? 'One of you scores everything the same'
			: (HEADINGS.find(([least]) => correlation >= least)?.[1] ?? 'You tend to disagree');
	const hint = rough
		? `With only ${bothScored} titles that you have both scored this is a hint and no more. `
		: `You have both scored ${bothScored} titles. `;
	return {
		heading,
		text: `${hint}Each score counts by its place among all of its owner’s scores, so strict and generous scorers compare fairly. On average you put a title ${gap} places of 100 apart; two strangers would be ${STRANGERS} apart.`,
	};
}

/** Where a score stands among all of its owner: "top 10%", "bottom 25%". */
export function standing(percentile: number): string {
	const percent = (share: number) => Math.max(1, Math.round(share * 100));
	return percentile >= 0.5 ? `top ${percent(1 - percentile)}%` : `bottom ${percent(percentile)}%`;
}
