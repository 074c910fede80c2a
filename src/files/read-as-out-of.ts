import type { ReadList } from './list-file-result.ts';
import { rescaleScore } from './score-scale.ts';

/**
 * A list whose scale was assumed, read as out of 10 or 100 because the visitor says so. No score is lost:
 * where the scale is open, none is above 10.
 */
export function readAsOutOf(list: ReadList, outOf: 10 | 100): ReadList {
	const from = list.report.scale.outOf === 100 ? 100 : 10;
	const rescale = <T extends { readonly score: number | null }>(entry: T): T => ({
		...entry,
		score: rescaleScore(entry.score, from, outOf),
	});
	return {
		...list,
		entries: list.entries.map(rescale),
		anilist: list.anilist.map(rescale),
		report: { ...list.report, scale: { outOf, basis: 'chosen' } },
	};
}
