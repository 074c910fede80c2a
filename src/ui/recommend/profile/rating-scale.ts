/** The four quick answers to "how was it?", on the scale of 1–100 that lists use. */
export const QUICK_RATINGS = [
	{ label: 'Amazing', score: 100 },
	{ label: 'Good', score: 80 },
	{ label: 'Meh', score: 50 },
	{ label: 'Bad', score: 20 },
] as const;

/** Exact scores as people know them: 10 down to 1. */
export const EXACT_RATINGS: readonly number[] = Array.from(
	{ length: 10 },
	(_, step) => (10 - step) * 10,
);

/** `85` → `8.5`; a title without a score reads as seen. */
export function scoreText(score: number | null): string {
	return score === null ? 'Seen' : String(score / 10);
}

/**
 * Step of the score ramp, 1 (bad) to 5 (amazing). The number stands beside the colour, so that colour
 * never speaks alone.
 */
export function scoreStep(score: number): 1 | 2 | 3 | 4 | 5 {
	if (score >= 90) return 5;
	if (score >= 75) return 4;
	if (score >= 60) return 3;
	return score >= 40 ? 2 : 1;
}
