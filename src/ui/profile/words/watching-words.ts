import type {
	EntryCounts,
	PopularityOfTaste,
	StatusFacts,
	WatchTime,
} from '#core/analytics/profile-analytics.ts';
import { formatRoughCount, formatShare } from '#ui/shared/format-number.ts';
import { counted, peopleShare, timeText } from './numbers.ts';

/** Fewer titles that were begun say nothing of how somebody watches. */
const LEAST_BEGUN = 5;
/** Fewer titles say nothing of how deep somebody digs. */
export const LEAST_TITLES = 10;

/** How much of what was begun was finished. */
export function statusReading(statuses: StatusFacts): string {
	const { completed, dropped, planned, completionRate, dropRate, dropRatePercentile } = statuses;
	if (completionRate === null) {
		return planned === 0 ? 'The list is empty.' : 'Everything on this list is still a plan.';
	}
	if (completed === 0 && dropRate === 1) return 'Every title that you have begun was dropped.';
	const begun = completed + dropped + statuses.onHold + statuses.watching;
	if (begun < LEAST_BEGUN) return `You have finished ${completed} of ${begun}.`;
	const finish = `You finish ${formatShare(completionRate)} of what you begin`;
	if (dropped === 0) return `${finish} and have dropped nothing.`;
	const drop = `${finish} and drop ${formatShare(dropRate ?? 0)}`;
	if (dropRatePercentile === null) return `${drop}.`;
	return dropRatePercentile >= 0.5
		? `${drop}: more than ${peopleShare(dropRatePercentile)} of people do.`
		: `${drop}: less than ${peopleShare(1 - dropRatePercentile)} of people do.`;
}

/** How long all of it took. */
export function timeReading({ minutes, episodes, counted: known }: WatchTime): string {
	if (known === 0) return 'How long these titles run is not known.';
	const perDay = `at two hours an evening, ${counted(Math.max(1, Math.round(minutes / 120)), 'evening')}`;
	return `${counted(episodes, 'episode')} in ${timeText(minutes)} without a break; ${perDay}.`;
}

/** What the sum of the time leaves out; empty where it is whole. */
export function timeNote({ uncounted }: WatchTime): string {
	if (uncounted === 0) return '';
	return `${counted(uncounted, 'title')} not counted: how long they are, or how much of them you saw, is not known.`;
}

/** How well known the titles are. */
export function popularityReading(popularity: PopularityOfTaste, watched: number): string {
	const { members, othersMembers, percentile } = popularity;
	const typical = `A typical title of yours is on ${formatRoughCount(members)} lists; on lists as long as yours, ${formatRoughCount(othersMembers)}.`;
	if (watched < LEAST_TITLES) return typical;
	if (percentile >= 0.6) {
		return `You dig deeper than ${peopleShare(percentile)} of people. ${typical}`;
	}
	if (percentile <= 0.4) {
		return `You keep to what is well known more than ${peopleShare(1 - percentile)} of people. ${typical}`;
	}
	return `Your titles are about as well known as those of most people. ${typical}`;
}

/** How long the list is, and what of it everything else is about. */
export function countsReading({ listed, planned, watched, unknown, scored }: EntryCounts): string {
	const parts = [
		`${counted(watched, 'title')} watched`,
		...(scored < watched ? [`${scored === 0 ? 'none' : scored.toLocaleString('en')} scored`] : []),
		...(planned > 0 ? [`${planned.toLocaleString('en')} planned`] : []),
		...(unknown > 0 ? [`${unknown.toLocaleString('en')} unknown to the catalogue`] : []),
	];
	return listed === 0 ? 'The list is empty' : parts.join(' · ');
}
