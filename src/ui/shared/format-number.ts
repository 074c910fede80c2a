const WHOLE = new Intl.NumberFormat('en');
const COMPACT = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 2 });

/** `4803` as "4,803". */
export function formatCount(count: number): string {
	return WHOLE.format(count);
}

/** `1234567` as "1.2M", for numbers of which only the size matters. */
export function formatRoughCount(count: number): string {
	return COMPACT.format(count);
}

/** A part of 1 as whole percent with a narrow space that does not break: `0.417` as "42 %". */
export function formatShare(share: number): string {
	const percent = Math.round(share * 100);
	return percent === 0 && share > 0 ? '<1\u202f%' : `${percent}\u202f%`;
}
