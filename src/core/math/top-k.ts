/**
 * Positions of the k largest scores, best first; of equal scores the lower position comes first,
 * so that the same scores always give the same list.
 *
 * `-Infinity` marks what is no candidate: it is never returned, so the result may be shorter than
 * k. Expected time O(m + k² log(m/k)): meant for k of some hundreds.
 *
 * @throws RangeError when a score is not a number.
 */
export function topK(scores: ArrayLike<number>, k: number): Int32Array {
	const positions = new Int32Array(Math.min(k, scores.length));
	const kept = new Float64Array(positions.length);
	let count = 0;
	for (let position = 0; position < scores.length; position++) {
		const score = scores[position] ?? Number.NaN;
		if (Number.isNaN(score)) throw new RangeError(`The score at ${position} is not a number.`);
		if (score === -Infinity) continue;
		const full = count === positions.length;
		// Positions come in ascending order: an equal score never displaces an earlier one.
		if (full && (count === 0 || score <= (kept[count - 1] ?? 0))) continue;
		let place = full ? count - 1 : count++;
		while (place > 0 && (kept[place - 1] ?? 0) < score) {
			kept[place] = kept[place - 1] ?? 0;
			positions[place] = positions[place - 1] ?? 0;
			place--;
		}
		kept[place] = score;
		positions[place] = position;
	}
	return positions.subarray(0, count);
}
