import type { ScoreFormat } from '#core/profile/score-format.ts';
import type { KindAgainst } from '#core/rank/reasons-against.ts';
import type { RecommendedAnime } from '#core/rank/recommendation.ts';
import type { UnusualLevel, UnusualMatch } from '#core/rank/unusual.ts';
import { formatCount } from '#ui/shared/format-number.ts';

/** What a card says besides its facts and its reasons, in words; all of them stand here. */

/** How scores look on a scale; smileys have no numbers. */
const SCALES: Readonly<
	Record<
		Exclude<ScoreFormat, 'smileys-3'>,
		{
			readonly outOf: string;
			/** Points of 100 to one of the scale's. */
			readonly step: number;
			/** What the lowest step lies above 0, in points of 100: a star stands for the middle of its fifth. */
			readonly offset: number;
			readonly digits: number;
		}
	>
> = {
	'points-10': { outOf: 'of 10', step: 10, offset: 0, digits: 1 },
	'points-100': { outOf: 'of 100', step: 1, offset: 0, digits: 0 },
	'stars-5': { outOf: 'of 5 stars', step: 20, offset: 10, digits: 1 },
};

/** AniList takes its smileys for 35, 60 and 85 of 100; these lie halfway between. */
const SMILEYS: readonly (readonly [below: number, word: string])[] = [
	[47.5, 'a frown'],
	[72.5, 'a straight face'],
	[Infinity, 'a smile'],
];

type Predicted = Pick<RecommendedAnime, 'predictedScore' | 'usualError'>;

/** The score to expect of the visitor, on their own scale, with its usual error: "7.8 ± 0.9", "about 7.8" without. */
export function predictedWords(
	{ predictedScore, usualError }: Predicted,
	format: ScoreFormat = 'points-10',
): string {
	if (format === 'smileys-3') {
		const [, word = ''] = SMILEYS.find(([below]) => predictedScore < below) ?? [];
		return `probably ${word}`;
	}
	const { step, offset, digits } = SCALES[format];
	const top = (100 + offset) / step;
	const score = Math.min(Math.floor(top), (predictedScore + offset) / step).toFixed(digits);
	if (usualError === undefined) return `about ${score}`;
	// Nobody is never off at all.
	const error = Math.max(10 ** -digits, usualError / step);
	return `${score} ± ${error.toFixed(digits)}`;
}

/** What follows the numbers: "of 10"; nothing where there are none. */
export function scaleWords(format: ScoreFormat = 'points-10'): string {
	return format === 'smileys-3' ? '' : ` ${SCALES[format].outOf}`;
}

export const UNUSUAL_WORDS: Readonly<Record<UnusualLevel, string>> = {
	unusual: 'unusual',
	'very-unusual': 'very unusual',
};

/** "place 14 for you, about 2,100 for everyone". */
export function unusualPlaces(place: number, { popularPlace }: UnusualMatch): string {
	return `place ${formatCount(place)} for you, about ${formatCount(roughly(popularPlace))} for everyone`;
}

/** Two digits: places by members change every day. */
function roughly(count: number): number {
	const unit = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
	return Math.round(count / unit) * unit;
}

/** "you dropped 2 of 3 Mecha", "you scored 3 of 5 by Gonzo low". */
export function againstWords({ kind, name, seen, dropped, scoredLow }: KindAgainst): string {
	const kindWords = kind === 'studio' ? `by ${name}` : name;
	const part = `${dropped + scoredLow} of ${seen} ${kindWords}`;
	if (scoredLow === 0) return `you dropped ${part}`;
	return dropped === 0 ? `you scored ${part} low` : `you dropped or scored low ${part}`;
}
