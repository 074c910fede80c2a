/**
 * The value below which a standard normal variable lies with a probability, good to 0.00045: formula 26.2.23 of
 * Abramowitz and Stegun, Handbook of Mathematical Functions (1964). It rises with p.
 *
 * @param p above 0 and below 1; ±Infinity at the ends
 */
export function normalQuantile(p: number): number {
	if (p <= 0) return -Infinity;
	if (p >= 1) return Infinity;
	return p < 0.5 ? -upperTail(p) : upperTail(1 - p);
}

/** @param q probability above the value, at most ½ */
function upperTail(q: number): number {
	const t = Math.sqrt(-2 * Math.log(q));
	const above = 2.515517 + t * (0.802853 + t * 0.010328);
	const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
	return t - above / below;
}
