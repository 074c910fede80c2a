/** The calendar date where the visitor is, `2026-11-26`: what airs "today" is a matter of their own day. */
export function localDate(now: Date): string {
	const padded = (part: number) => String(part).padStart(2, '0');
	return `${now.getFullYear()}-${padded(now.getMonth() + 1)}-${padded(now.getDate())}`;
}
