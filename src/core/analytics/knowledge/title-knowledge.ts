import type { TitleKnowledge } from '../profile-analytics.ts';
import type { HiddenTitle } from './hide-and-predict.ts';

/** Sums up where hidden titles stood. @param titles one at least */
export function titleKnowledge(
	titles: readonly Pick<HiddenTitle, 'percentile' | 'byMembers'>[],
): TitleKnowledge {
	const places = titles.map(({ percentile }) => percentile);
	const byMembers = titles.map((title) => title.byMembers);
	return {
		count: titles.length,
		medianPercentile: median(places),
		baselineMedianPercentile: median(byMembers),
		inTopHundredth: shareWithin(places, 0.01),
		inTopTenth: shareWithin(places, 0.1),
		baselineInTopTenth: shareWithin(byMembers, 0.1),
	};
}

function shareWithin(places: readonly number[], most: number): number {
	return places.filter((place) => place <= most).length / places.length;
}

function median(values: readonly number[]): number {
	const ascending = [...values].sort((a, b) => a - b);
	const middle = (ascending.length - 1) / 2;
	return ((ascending[Math.floor(middle)] ?? 0) + (ascending[Math.ceil(middle)] ?? 0)) / 2;
}
