import type { RelationKind } from '#core/catalogue/catalogue.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';
import type { WatchOrderItem } from '#core/rank/watch-order.ts';
import { formatCount } from '#ui/shared/format-number.ts';
import { scoreText } from '../profile/rating-scale.ts';

/** What a list says of one title. */
export type ListMark = Pick<ListEntry, 'status' | 'score'>;

/** The mark of a title, wherever the list is; null where the list has none. */
export type MarkOf = (item: WatchOrderItem) => ListMark | null;

const RELATION_WORDS: Readonly<Record<RelationKind, string>> = {
	sequel: 'Continues',
	prequel: 'Happens before',
	'parent-story': 'The story around',
	'side-story': 'Side story of',
	'full-story': 'The full story of',
	summary: 'Recap of',
	'alternative-version': 'Another version of',
	'alternative-setting': 'In another world than',
	'spin-off': 'Spin-off of',
	character: 'Shares characters with',
	other: 'Goes with',
	related: 'Goes with',
};

/** What stands before the title that the relation leads to. */
export function relationWords(kind: RelationKind): string {
	return RELATION_WORDS[kind];
}

const STATUS_WORDS: Readonly<Record<ListMark['status'], string>> = {
	watching: 'Watching',
	completed: 'Seen',
	'on-hold': 'On hold',
	dropped: 'Dropped',
	'plan-to-watch': 'Planned',
};

/** "Seen · 9", "Dropped". */
export function markWords({ status, score }: ListMark): string {
	const words = STATUS_WORDS[status];
	return score === null ? words : `${words} · ${scoreText(score)}`;
}

/** "2 of 7 seen"; null where nothing was. */
export function seenWords(items: readonly WatchOrderItem[], markOf: MarkOf): string | null {
	const seen = items.filter((item) => markOf(item)?.status === 'completed').length;
	return seen === 0 ? null : `${formatCount(seen)} of ${formatCount(items.length)} seen`;
}

/**
 * What to watch next: the start, or, where something of the franchise was begun, the first part that was not.
 * Null where all was.
 */
export function nextToWatch(items: readonly WatchOrderItem[], markOf: MarkOf): number | null {
	const isOpen = (item: WatchOrderItem) => {
		const status = markOf(item)?.status;
		return status === undefined || status === 'plan-to-watch';
	};
	if (items.every(isOpen)) return items.find(({ role }) => role === 'start')?.malId ?? null;
	return items.find((item) => item.role !== 'extra' && isOpen(item))?.malId ?? null;
}

/** Rows that an order shows before it is unfolded. */
const MOST_AT_FIRST = 12;
/** Fewer hidden rows than this are not worth a button. */
const LEAST_HIDDEN = 2;

/**
 * A long order without its extras, and without what comes after the first dozen.
 *
 * @param keep titles that show in any case
 */
export function shortOrder(
	items: readonly WatchOrderItem[],
	keep: ReadonlySet<number>,
): readonly WatchOrderItem[] {
	const main = new Set(items.filter(({ role }) => role !== 'extra').slice(0, MOST_AT_FIRST));
	const short = items.filter((item) => main.has(item) || keep.has(item.malId));
	return items.length - short.length < LEAST_HIDDEN ? items : short;
}
