/** Radii in CSS pixels at {@link REFERENCE_SCALE}, of a title that hardly anybody and one that everybody has listed. */
const SMALLEST = 0.8;
const LARGEST = 3.6;
/** About the scale at which a laptop shows the whole map. */
const REFERENCE_SCALE = 350;
/** Points grow slower than the map, so that zooming in parts them. */
const GROWTH = 0.42;
/** However close, a point stays a point. */
const MOST_GROWTH = 5;

/** How large a title is drawn at {@link REFERENCE_SCALE}: by the logarithm of how many have listed it. */
export function pointRadius(members: number, mostMembers: number): number {
	const share = Math.log10(1 + members) / Math.log10(1 + Math.max(1, mostMembers));
	return SMALLEST + (LARGEST - SMALLEST) * share ** 4;
}

/** What radii are multiplied with at a scale. */
export function radiusFactor(scale: number): number {
	return Math.min(MOST_GROWTH, (scale / REFERENCE_SCALE) ** GROWTH);
}
