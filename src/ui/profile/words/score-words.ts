import type { ScoreBin, ScoreFacts } from '#core/analytics/profile-analytics.ts';
import { formatShare } from '#ui/shared/format-number.ts';
import { counted, distanceText, meanText, peopleShare } from './numbers.ts';

/** Fewer scores say nothing of how somebody scores. */
export const LEAST_SCORES = 5;
/** Beyond this share of all scores one of them is given more often than others give it. */
const CLEAR_EXCESS = 0.04;

/** The score that is given most beyond how often others give it; where nobody knows of others, the most frequent one. */
export function favouriteScore(bins: readonly ScoreBin[]): ScoreBin | null {
	const excess = ({ share, othersShare }: ScoreBin) => share - (othersShare ?? 0);
	return bins.reduce<ScoreBin | null>(
		(best, bin) => (bin.count > 0 && (best === null || excess(bin) > excess(best)) ? bin : best),
		null,
	);
}

/** What the spread of the scores says, in one line. */
export function scoreReading({ bins, mean }: ScoreFacts, scored: number): string {
	const favourite = favouriteScore(bins);
	if (mean === null || favourite === null) return 'No title on this list has a score.';
	const { points, share, othersShare } = favourite;
	if (favourite.count === scored) {
		return scored === 1
			? `You have given one score: ${points}.`
			: `You give everything ${points}: the score tells no title from another.`;
	}
	if (scored < LEAST_SCORES) {
		return `You have given ${scored} scores, ${meanText(mean)} on average.`;
	}
	if (othersShare === null) return `You give ${points} most: to ${formatShare(share)} of titles.`;
	if (share - othersShare < CLEAR_EXCESS) {
		return `You use the scale much as others do: no score stands out.`;
	}
	return `You give ${points} more often than others do: ${formatShare(share)} of your scores, ${formatShare(othersShare)} of theirs.`;
}

/** How strictly the scores judge, against the lists of others; empty where that is not known, or of too few. */
export function strictnessWords({ meanPercentile }: ScoreFacts, scored: number): string {
	if (meanPercentile === null || scored < LEAST_SCORES) return '';
	if (meanPercentile >= 0.6) {
		return `You are kinder than most: ${peopleShare(meanPercentile)} of people give lower scores on average.`;
	}
	if (meanPercentile <= 0.4) {
		return `You are stricter than most: ${peopleShare(1 - meanPercentile)} of people give higher scores on average.`;
	}
	return 'You are about as strict as most people.';
}

/** How far the scores lie from those of others for the very same titles; empty where nobody knows. */
export function departureWords({ departure }: ScoreFacts, scored: number): string {
	if (departure === null || scored < LEAST_SCORES) return '';
	const { value, low, high } = departure;
	if (low <= 0 && high >= 0) return 'For the same titles others give about the same.';
	return `For the same titles others give ${distanceText(value)} ${value > 0 ? 'less' : 'more'} on average.`;
}

/** One column of the distribution, as a sentence without an end. */
export function binWords({ points, count, share, othersShare }: ScoreBin): string {
	const own = `${points}: ${counted(count, 'title')}, ${formatShare(share)} of your scores`;
	return othersShare === null ? own : `${own}, ${formatShare(othersShare)} of theirs`;
}
