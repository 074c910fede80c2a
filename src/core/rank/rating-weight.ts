/**
 * Points of score, logits, that one standard deviation of the predicted ratings is worth at the end of the weight
 * where liking is all, and at the other. The model mixes both already, so the middle adds nothing; on the side of
 * watching there is only that little share to be taken back, and more would look for what the visitor dislikes.
 */
const MOST_ADDED = 2;
const MOST_TAKEN = 0.5;

/**
 * Moves the order between "would watch" and "would score highly".
 *
 * The ratings of one list differ in scale and mean from those of another, so it is their distance from the mean of
 * all titles, in standard deviations z, that is added: score + (2 · weight − 1) · {@link MOST_ADDED} · z in the upper
 * half, and with {@link MOST_TAKEN} in the lower.
 *
 * @param scores left alone, and returned where nothing is to be added
 * @param ratings predicted scores of the same items
 * @param weight 0–1, ½ for the model's own order
 */
export function weighRatings(
	scores: Float32Array,
	ratings: Float32Array,
	weight: number,
): Float32Array {
	const lean = 2 * weight - 1;
	const factor = lean * (lean > 0 ? MOST_ADDED : MOST_TAKEN);
	if (factor === 0 || scores.length === 0) return scores;
	let sum = 0;
	for (const rating of ratings) sum += rating;
	const mean = sum / ratings.length;
	let squares = 0;
	for (const rating of ratings) squares += (rating - mean) ** 2;
	const deviation = Math.sqrt(squares / ratings.length);
	if (deviation === 0) return scores;
	return scores.map(
		(score, item) => score + (factor * ((ratings[item] ?? mean) - mean)) / deviation,
	);
}
