import type { Others } from './others.ts';
import type { UnusualOpinion } from './profile-analytics.ts';
import type { ScoredTitle } from './scored-titles.ts';

const MOST_OPINIONS = 10;
/** What one in five says as well is not unusual. */
const MOST_COMPANY = 0.2;
/** Nobody of five saying it is less sure than nobody of a thousand: so many more are taken to say it, as likely as not. */
const UNSEEN_OTHERS = 2;

/** The scores furthest from what others give, rarest first; of equally rare ones the furthest from the mean. */
export function unusualOpinions(titles: readonly ScoredTitle[], others: Others): UnusualOpinion[] {
	return titles
		.flatMap(({ entry: { malId }, score, others: mean }) => {
			const place = others.place(malId, score);
			if (!place || mean === null) return [];
			const { below, same, scorers } = place;
			const company = score >= mean ? 1 - below : below + same;
			const rarity = (company * scorers + UNSEEN_OTHERS / 2) / (scorers + UNSEEN_OTHERS);
			return { malId, score, othersMean: mean, percentile: below + same / 2, rarity, scorers };
		})
		.filter(({ rarity }) => rarity <= MOST_COMPANY)
		.sort(
			(a, b) =>
				a.rarity - b.rarity ||
				Math.abs(b.score - b.othersMean) - Math.abs(a.score - a.othersMean) ||
				a.malId - b.malId,
		)
		.slice(0, MOST_OPINIONS);
}
