import type { KnowledgeBin, ScoreBin } from '#core/analytics/profile-analytics.ts';
import type { AgreementPoint, Column, TableData } from '#ui/shared/chart/chart-data.ts';
import { formatCount, formatShare } from '#ui/shared/format-number.ts';
import { calibrationWords } from '../words/knowledge-words.ts';
import { meanText } from '../words/numbers.ts';
import { binWords } from '../words/score-words.ts';

/** The spread of the scores, one column for each of 1–10. */
export function scoreColumns(bins: readonly ScoreBin[]): Column[] {
	return bins.map((bin) => ({
		key: String(bin.points),
		label: String(bin.points),
		value: bin.share,
		behind: bin.othersShare,
		...(bin.count > 0 && { top: formatCount(bin.count) }),
		words: binWords(bin),
	}));
}

/** The same as numbers. */
export function scoreTable(bins: readonly ScoreBin[]): TableData {
	const others = bins.some(({ othersShare }) => othersShare !== null);
	return {
		head: ['Score', 'Titles', 'Of yours', ...(others ? ['Of everybody’s'] : [])],
		rows: bins.map(({ points, count, share, othersShare }) => [
			String(points),
			formatCount(count),
			formatShare(share),
			...(others ? [shareOrDash(othersShare)] : []),
		]),
	};
}

/** A share, or that nobody knows it. */
export function shareOrDash(share: number | null): string {
	return share === null ? '–' : formatShare(share);
}

/** What was expected and what was given, point by point. */
export function calibrationPoints(bins: readonly KnowledgeBin[]): AgreementPoint[] {
	return bins.map((bin, at) => ({
		key: String(at),
		x: bin.predicted,
		y: bin.actual,
		words: calibrationWords(bin),
	}));
}

/** The same as numbers. */
export function calibrationTable(bins: readonly KnowledgeBin[]): TableData {
	return {
		head: ['Expected', 'Given', 'Titles'],
		rows: bins.map(({ predicted, actual, count }) => [
			meanText(predicted),
			meanText(actual),
			formatCount(count),
		]),
	};
}

/** Both axes of the calibration: from the whole score below everything to the one above, points of 100. */
export function calibrationDomain(bins: readonly KnowledgeBin[]): readonly [number, number] {
	const all = bins.flatMap(({ predicted, actual }) => [predicted, actual]);
	if (all.length === 0) return [0, 100];
	return [Math.floor(Math.min(...all) / 10) * 10, Math.ceil(Math.max(...all) / 10) * 10];
}
