import type { ColdTargetReport } from './cold-report.ts';
import { difference, share, withInterval } from './estimate-text.ts';
import { markdownTable } from './markdown-table.ts';

/** How well titles are ranked that nobody had told the models of. */
export function coldTable({ random, models }: ColdTargetReport): string {
	const rows = models.map(({ label, ndcg100, folds, timesRandom, gain, difference: d }) => [
		label,
		withInterval(ndcg100),
		folds.map(share).join(' '),
		`${timesRandom.toFixed(2)} ×`,
		gain === null ? '' : `${(gain * 100).toFixed(1).replace('-', '−')} %`,
		d === null ? '' : difference(d),
	]);
	return markdownTable(
		['model', 'NDCG@100', 'each fold', 'random order', 'content kNN', 'difference'],
		[['random order', share(random), '', '1.00 ×', '', ''], ...rows],
	);
}
