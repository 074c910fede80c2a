import { formatCount, formatShare } from '#ui/shared/format-number.ts';

/** Points of 100 as a mean of 10: `72.4` as "7.2". */
export function meanText(points: number): string {
	return (points / 10).toFixed(1);
}

/** A difference of points of 100, on the scale of 10, with its sign: `-8.2` as "−0.8". */
export function differenceText(points: number): string {
	const text = Math.abs(points / 10).toFixed(1);
	if (text === '0.0') return '0';
	return points > 0 ? `+${text}` : `−${text}`;
}

/** The same without a sign, as "0.8 points" or "a point". */
export function distanceText(points: number): string {
	const text = Math.abs(points / 10).toFixed(1);
	if (text === '1.0') return 'a point';
	return `${text} points`;
}

/** A share of people, of whom a sample never tells that it is all or nobody: `0.998` as "99 %". */
export function peopleShare(share: number): string {
	return formatShare(Math.min(0.99, Math.max(0.01, share)));
}

/** "1 title", "4,803 titles". */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[]): string {
	if (parts.length < 2) return parts.join('');
	return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** How often one share is in another, as people say it: "twice", "three times"; null where it is less than one and a half. */
export function timesText(share: number, others: number): string | null {
	if (others <= 0) return null;
	const ratio = share / others;
	if (ratio < 1.5) return null;
	if (ratio < 1.75) return 'one and a half times';
	if (ratio < 2.5) return 'twice';
	if (ratio < 3.5) return 'three times';
	if (ratio < 4.5) return 'four times';
	return ratio < 10 ? `${Math.round(ratio)} times` : 'over ten times';
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes in the unit that people would say it in: "45 minutes", "31 hours", "61 days". */
export function timeText(minutes: number): string {
	if (minutes < 2 * HOUR) return counted(Math.round(minutes), 'minute');
	if (minutes < 3 * DAY) return counted(Math.round(minutes / HOUR), 'hour');
	return counted(Math.round(minutes / DAY), 'day');
}
