/**
 * An ISO 8601 calendar date that ends where the site's knowledge ends: `2013-04-07`, `2013-04` or `2013`; null
 * without a year. Sites write a missing part as null or 0.
 */
export function partialDate(
	year: number | null | undefined,
	month: number | null | undefined,
	day: number | null | undefined,
): string | null {
	if (!within(year, 1900, 2999)) return null;
	if (!within(month, 1, 12)) return `${year}`;
	const yearAndMonth = `${year}-${twoDigits(month)}`;
	return within(day, 1, 31) ? `${yearAndMonth}-${twoDigits(day)}` : yearAndMonth;
}

/** The date at the start of a text such as `2013-04`, `2013-00-00` or `2013-04-07T10:00:00Z`; null where there is none. */
export function readPartialDate(text: string | null | undefined): string | null {
	const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)/.exec(text ?? '');
	return parts && partialDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

function within(value: number | null | undefined, low: number, high: number): value is number {
	return value !== null && value !== undefined && value >= low && value <= high;
}

function twoDigits(value: number): string {
	return `${value}`.padStart(2, '0');
}
