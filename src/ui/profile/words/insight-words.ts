import type {
	ClusterTrait,
	LeftOutEntry,
	TasteCluster,
	UnusualOpinion,
} from '#core/analytics/profile-analytics.ts';
import { formatShare } from '#ui/shared/format-number.ts';
import { counted, listed, meanText, peopleShare } from './numbers.ts';

/** How few of the others think so. */
export function opinionWords({ score, othersMean, rarity }: UnusualOpinion): string {
	const direction = score > othersMean ? 'high' : 'low';
	const few =
		rarity < 0.01
			? 'Fewer than 1\u202f% of people score'
			: `${peopleShare(rarity)} of people score`;
	return `${few} it this ${direction}; their mean is ${meanText(othersMean)}`;
}

/** Parts smaller than this say less than how they stand to a usual one. */
const LEAST_PART = 0.03;

/**
 * How much of the recommendations hangs on an entry.
 *
 * @param used entries that the recommendations come from
 */
export function impactWords({ impact }: LeftOutEntry, used: number): string {
	const times = impact * used;
	if (impact >= LEAST_PART || times < 1.5) {
		return `${formatShare(impact)} of what moves your recommendations`;
	}
	return `Moves your recommendations ${times.toFixed(times < 9.95 ? 1 : 0)} times as much as a usual title`;
}

/** What the rest of the list lets expect. */
export function expectedWords({ score, predicted, difference }: LeftOutEntry): string {
	const expected = `Expected ${meanText(predicted)}`;
	if (score === null || difference === null) return expected;
	const points = Math.abs(difference / 10).toFixed(1);
	if (points === '0.0') return `${expected}, as you gave it`;
	return `${expected}; you gave ${points} ${difference > 0 ? 'more' : 'less'}`;
}

/** Scores that are tried out for what the rest of the list says nothing else of. */
const LOW = 30;
const HIGH = 90;
/** A score nearer to the own one changes nothing that anybody would see. */
const LEAST_CHANGE = 15;

/** A score worth trying out for an entry, points of 100: what was expected, or else the other end of the scale. */
export function scoreToTry({ score, predicted }: LeftOutEntry): number {
	const expected = Math.min(100, Math.max(10, Math.round(predicted / 10) * 10));
	if (score === null) return expected > 55 ? LOW : HIGH;
	if (Math.abs(expected - score) >= LEAST_CHANGE) return expected;
	return score > 55 ? LOW : HIGH;
}

/** What a trait is called in the name of a group; a title by what it is called. */
export function traitName(
	{ kind, value }: ClusterTrait,
	titleOf: (malId: number) => string,
): string {
	if (kind === 'title') return `Around ${titleOf(Number(value))}`;
	if (kind === 'era') return `the ${value}`;
	if (kind === 'type') return value === 'Movie' ? 'movies' : value;
	return value;
}

/** The name of a group: what tells it from the others. */
export function groupName({ traits }: TasteCluster, titleOf: (malId: number) => string): string {
	const name = listed(traits.map((trait) => traitName(trait, titleOf)));
	return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

/** How much of the list a group is, and how it is liked. */
export function groupWords({ count, share, mean }: TasteCluster): string {
	const size = `${counted(count, 'title')}, ${formatShare(share)}`;
	return mean === null ? size : `${size}, your mean ${meanText(mean)}`;
}

/** Why a group has its name: how much of it has the first trait, against all well-known titles; empty for titles. */
export function groupReason({ traits }: TasteCluster): string {
	const [first] = traits;
	if (first === undefined || first.kind === 'title') return '';
	const { value, share, elsewhere } = first;
	return `${formatShare(share)} ${value}; of well-known titles ${formatShare(elsewhere)}`;
}
