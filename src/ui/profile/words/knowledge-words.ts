import {
	LEAST_SCORES_TO_JUDGE,
	LEAST_TITLES_TO_JUDGE,
	type KnowledgeBin,
	type ScoreKnowledge,
	type TitleKnowledge,
} from '#core/analytics/profile-analytics.ts';
import { formatShare } from '#ui/shared/format-number.ts';
import { counted, distanceText, meanText } from './numbers.ts';

/** How near the model came to the hidden scores, against a plain guess. */
export function scoreKnowledgeReading({ error, baselineError, gain }: ScoreKnowledge): string {
	const missed = `Sprout misses a hidden score of yours by ${distanceText(error)} on average, a plain guess by ${distanceText(baselineError)}`;
	if (gain.low > 0) return `${missed}: it has learned something about you.`;
	if (gain.high < 0) return `${missed}: the guess knows you better.`;
	return `${missed}: that is no clear gain yet.`;
}

/** What the guess is. */
export const GUESS_WORDS =
	'The plain guess is what others give the title, moved by how strictly you score.';

/** How high the hidden titles stood. */
export function titleKnowledgeReading(titles: TitleKnowledge): string {
	const { medianPercentile, baselineMedianPercentile } = titles;
	return `Half of your hidden titles stood in the top ${topShare(medianPercentile)} of the catalogue; ordered by how known titles are, in the top ${topShare(baselineMedianPercentile)}.`;
}

/** A share of the catalogue from its top: never nothing. */
function topShare(percentile: number): string {
	return `${Math.max(0.1, percentile * 100).toFixed(percentile < 0.0995 ? 1 : 0)}\u202f%`;
}

/** The same as rows: how many of the hidden titles were among the first. */
export function titleKnowledgeRows(titles: TitleKnowledge): readonly (readonly string[])[] {
	return [
		[
			'Middle one in the top',
			topShare(titles.medianPercentile),
			topShare(titles.baselineMedianPercentile),
		],
		[
			'Among the best tenth',
			formatShare(titles.inTopTenth),
			formatShare(titles.baselineInTopTenth),
		],
		['Among the best hundredth', formatShare(titles.inTopHundredth), '–'],
	];
}

/** Whether what is predicted can be taken at its word. */
export function calibrationReading({ slope }: Pick<ScoreKnowledge, 'slope'>): string {
	if (slope === null) return 'Sprout expects about the same of every title of yours.';
	if (slope < 0.25)
		return 'What it expects to be better or worse turns out about the same with you, so far.';
	if (slope < 0.75) return 'Sprout’s differences are too bold: your scores lie closer together.';
	if (slope > 1.25) return 'Sprout’s differences are too timid: your scores lie further apart.';
	return 'You can take its numbers at their word: what it expects is about what you give.';
}

/** One point of the calibration. */
export function calibrationWords({ predicted, actual, count }: KnowledgeBin): string {
	return `Expected ${meanText(predicted)}, you gave ${meanText(actual)} on average, ${counted(count, 'title')}`;
}

/** Why nothing can be said of the scores. */
export function tooFewScores(scored: number): string {
	if (scored === 0) {
		return `None of these titles has a score. With ${LEAST_SCORES_TO_JUDGE} this page can tell how well Sprout guesses yours.`;
	}
	const have = `${counted(scored, 'score')} ${scored === 1 ? 'is' : 'are'}`;
	return `${have} too few to tell how well Sprout guesses yours: that takes ${LEAST_SCORES_TO_JUDGE}.`;
}

/** Why nothing can be said of the titles. */
export function tooFewTitles(watched: number): string {
	return `The list is too short to tell whether Sprout would have found its titles: it has ${counted(watched, 'watched title')}, and that takes ${LEAST_TITLES_TO_JUDGE}.`;
}
