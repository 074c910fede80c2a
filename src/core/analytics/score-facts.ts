import { meanEstimate, scoreVariance } from './departures.ts';
import type { ScoreFacts } from './profile-analytics.ts';
import { shareBelow } from './reference/quantiles.ts';
import { POINTS } from './reference/reference-file.ts';
import type { ReferenceFigures } from './reference/reference-figures.ts';
import { scoreBins } from './score-bins.ts';
import type { ScoredTitle } from './scored-titles.ts';
import { meanOf } from './watched-titles.ts';

type ScoreReference = Pick<ReferenceFigures, 'points' | 'means'>;

/** How the visitor uses the scale, beside how others do. */
export function scoreFacts(
	titles: readonly ScoredTitle[],
	reference: ScoreReference | null,
): ScoreFacts {
	const scores = titles.map(({ score }) => score);
	const mean = meanOf(scores);
	const residuals = titles.flatMap(({ departure }) => departure ?? []);
	const center = meanOf(residuals) ?? 0;
	const variance = scoreVariance(residuals.map((residual) => residual - center));
	const spread = mean === null ? null : meanOf(scores.map((score) => (score - mean) ** 2));
	return {
		bins: scoreBins(scores, reference?.points ?? null),
		mean,
		median: medianOf(scores),
		deviation: spread === null ? null : Math.sqrt(spread),
		othersMean: reference ? othersMean(reference.points) : null,
		meanPercentile: mean === null || !reference ? null : shareBelow(reference.means, mean),
		departure: meanEstimate(residuals, variance),
	};
}

function medianOf(values: readonly number[]): number | null {
	const ascending = [...values].sort((a, b) => a - b);
	const upper = ascending[ascending.length >> 1];
	if (upper === undefined) return null;
	return ascending.length % 2 === 1
		? upper
		: (upper + (ascending[(ascending.length >> 1) - 1] ?? upper)) / 2;
}

function othersMean(points: readonly number[]): number | null {
	const count = points.reduce((sum, many) => sum + many, 0);
	if (count === 0) return null;
	return points.reduce((sum, many, at) => sum + (many * (at + 1) * 100) / POINTS, 0) / count;
}
