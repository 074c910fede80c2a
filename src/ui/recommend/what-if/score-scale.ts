/** The scores that a list is given, in points of 100. */
export interface ScoreScale {
	readonly least: number;
	readonly step: number;
}

/**
 * The scale that somebody scores on, read from their scores: whole points of ten, halves, or hundreds. No site says
 * it, and a slider must be able to stand on every score that the list has.
 *
 * @param scores 1–100; null where a title has none
 */
export function scoreScale(scores: readonly (number | null)[]): ScoreScale {
	const known = scores.filter((score) => score !== null);
	const fits = (step: number) => known.every((score) => score % step === 0 && score >= 10);
	if (fits(10)) return { least: 10, step: 10 };
	return fits(5) ? { least: 10, step: 5 } : { least: 1, step: 1 };
}
