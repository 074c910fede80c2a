import { REFRESH_AFTER_MS } from '#core/profile/site-user.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How long ago, in words that stay true for a while: "just now", "3 minutes ago". */
export function ageWords(ageMs: number): string {
	if (ageMs < MINUTE_MS) return 'just now';
	return ageMs < HOUR_MS
		? `${counted(Math.floor(ageMs / MINUTE_MS), 'minute')} ago`
		: `${counted(Math.floor(ageMs / HOUR_MS), 'hour')} ago`;
}

/** Seconds until a list may be fetched anew; 0 where it may already. */
export function refreshWaitS(ageMs: number): number {
	return Math.max(0, Math.ceil((REFRESH_AFTER_MS - ageMs) / SECOND_MS));
}

/** "1 second", "42 seconds". */
export function counted(count: number, unit: string): string {
	return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
