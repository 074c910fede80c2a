/** Every knob of iALS; names of the paper behind. */
export interface IalsSettings {
	/** d. */
	readonly dimensions: number;
	/** What an entry that is not there counts beside one that is: α₀. */
	readonly unobservedWeight: number;
	/** λ. */
	readonly regularisation: number;
	/** How much more rows with many entries are held down: ν; 1 = by their number, 0 = not. */
	readonly frequencyExponent: number;
	readonly epochs: number;
	readonly seed: number;
}

/** Chosen on `validation`; docs/decisions/0006 says what was searched. */
export const TUNED_IALS: IalsSettings = {
	dimensions: 256,
	unobservedWeight: 0.4,
	regularisation: 0.003,
	frequencyExponent: 1,
	epochs: 8,
	seed: 1,
};
