import { shareBelow } from './reference/quantiles.ts';
import type { ReferenceFigures } from './reference/reference-figures.ts';
import type { ProfileEntry, StatusFacts } from './profile-analytics.ts';

/** How far what was begun was brought. */
export function statusFacts(
	entries: readonly ProfileEntry[],
	reference: Pick<ReferenceFigures, 'dropRates'> | null,
): StatusFacts {
	const of = (wanted: ProfileEntry['status']) =>
		entries.filter(({ status }) => status === wanted).length;
	const [watching, completed, onHold, dropped] = [
		of('watching'),
		of('completed'),
		of('on-hold'),
		of('dropped'),
	];
	const begun = watching + completed + onHold + dropped;
	const ended = completed + dropped;
	const dropRate = ended === 0 ? null : dropped / ended;
	return {
		watching,
		completed,
		onHold,
		dropped,
		planned: entries.length - begun,
		completionRate: begun === 0 ? null : completed / begun,
		dropRate,
		dropRatePercentile:
			dropRate === null || !reference ? null : shareBelow(reference.dropRates, dropRate),
	};
}
