const HIGHEST_CODE = 65_535;
/** Stands for "in no region" and "inside no other". */
export const NO_REGION = HIGHEST_CODE;
/** Codes for a doubling of scale: steps of 0.03 %. */
const STEPS_PER_DOUBLING = 2048;

/** A position in [−1, 1] as 16 bits, rounded; 65,535 steps are finer than a pixel at any useful zoom. */
export function positionCode(position: number): number {
	return Math.round(((Math.max(-1, Math.min(1, position)) + 1) / 2) * HIGHEST_CODE);
}

export function positionOf(code: number): number {
	return (code / HIGHEST_CODE) * 2 - 1;
}

/** A scale ≥ 1 as 16 bits of its logarithm, rounded up: a label may come later, never too early. */
export function scaleCode(scale: number): number {
	if (!(scale > 1)) return 0;
	let code = Math.min(HIGHEST_CODE, Math.ceil(Math.log2(scale) * STEPS_PER_DOUBLING));
	// The logarithm is rounded too.
	if (code < HIGHEST_CODE && scaleOf(code) < scale) code++;
	return code;
}

/** The scale of a code, as a 32-bit number. */
export function scaleOf(code: number): number {
	return Math.fround(2 ** (code / STEPS_PER_DOUBLING));
}

/** A share 0–1 as a byte. */
export function shareCode(share: number): number {
	return Math.round(Math.max(0, Math.min(1, share)) * 255);
}

export function shareOf(code: number): number {
	return code / 255;
}
