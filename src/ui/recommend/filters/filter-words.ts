import type { FactKind, Range, RangeKind } from '#core/rank/ranking-options.ts';
import { formatCount } from '#ui/shared/format-number.ts';
import { AGE_RATINGS } from '../list/anime-facts.ts';
import { capitalise } from '../list/why.ts';

const STATUSES: Readonly<Record<string, string>> = {
	finished: 'Finished',
	airing: 'Airing now',
	upcoming: 'Not out yet',
};

/** A value of the catalogue as people read it. */
export function valueText(kind: FactKind, value: string): string {
	if (kind === 'statuses') return STATUSES[value] ?? capitalise(value);
	if (kind === 'ageRatings') return AGE_RATINGS[value] ?? value;
	return kind === 'seasons' ? capitalise(value) : value;
}

/** A range in words, or null where both ends are open. */
export function rangeText(kind: RangeKind | 'popularity', { least, most }: Range): string | null {
	if (least === undefined && most === undefined) return null;
	if (kind === 'year') return yearsText(least, most);
	if (kind === 'popularity') return `popularity ${least ?? 0}–${most ?? 100}\u202f%`;
	const unit = kind === 'minutes' ? 'min' : 'episodes';
	if (least === undefined) return `up to ${formatCount(most ?? 0)} ${unit}`;
	if (most === undefined) return `${formatCount(least)} ${unit} or more`;
	if (least === 1 && most === 1 && kind === 'episodes') return '1 episode';
	return least === most
		? `${formatCount(least)} ${unit}`
		: `${formatCount(least)}–${formatCount(most)} ${unit}`;
}

function yearsText(least: number | undefined, most: number | undefined): string {
	if (least === undefined) return `until ${most}`;
	if (most === undefined) return `since ${least}`;
	return least === most ? String(least) : `${least}–${most}`;
}
