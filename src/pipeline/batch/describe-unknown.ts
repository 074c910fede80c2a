const MAX_SAMPLES = 5;

/** `3 titles the model does not know …: 7, 8, 9`; null where there are none. */
export function describeUnknown(
	what: string,
	unknown: readonly (number | string)[],
	consequence: string,
): string | null {
	if (unknown.length === 0) return null;
	const more = unknown.length > MAX_SAMPLES ? ', …' : '';
	const samples = unknown.slice(0, MAX_SAMPLES).join(', ');
	return `${what} (${samples}${more}): ${unknown.length}; ${consequence}`;
}
