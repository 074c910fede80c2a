/** A source of repeatable randomness; whoever needs chance gets one as a parameter. */
export interface Rng {
	/** A number in [0, 1) with 32 random bits. */
	next(): number;
	/** A whole number in [0, bound), 1 ≤ bound ≤ 2³²; every one is equally likely to within 2⁻³² × bound. */
	below(bound: number): number;
}

const WARM_UP_ROUNDS = 15;

/**
 * Small Fast Counter generator of 32 bits (sfc32, Chris Doty-Humphrey, PractRand): 128 bits of
 * state, one of them a counter, so that no seed leads into a short cycle.
 *
 * The same seed gives the same sequence in every engine. Seeds are taken modulo 2³².
 */
export function createRng(seed: number): Rng {
	let a = seed | 0;
	let b = Math.imul(seed, 0x9e3779b9) | 0;
	let c = 0x6d2b79f5;
	let counter = 1;
	const step = (): number => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + sum) | 0;
		return sum >>> 0;
	};
	// Close seeds start with close states; a dozen rounds drive them apart.
	for (let round = 0; round < WARM_UP_ROUNDS; round++) step();
	return {
		next: () => step() / 0x1_0000_0000,
		below: (bound) => Math.floor((step() / 0x1_0000_0000) * bound),
	};
}
