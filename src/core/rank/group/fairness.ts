/**
 * What a title is worth to a group: (1 − f) · mean + f · least of its members' points. At 0 the average counts, so that
 * one may pay for the joy of many; at 1 only whoever likes it least ("least misery", Masthoff 2004, Group modeling:
 * selecting a sequence of television items); between them it moves evenly from one to the other.
 *
 * @param points of every member, each by item; at least one member
 * @param fairness f, 0–1
 */
export function groupPoints(points: readonly Float32Array[], fairness: number): Float32Array {
	const [first = new Float32Array()] = points;
	return first.map((_, item) => {
		let [sum, least] = [0, Infinity];
		for (const own of points) {
			const point = own[item] ?? 0;
			sum += point;
			if (point < least) least = point;
		}
		return ((1 - fairness) * sum) / points.length + fairness * least;
	});
}

/** From so many points below the mean of the others on somebody likes a title clearly less than they do. */
const CLEARLY_LESS = 1;

/**
 * Who drags a title down.
 *
 * @param points of every member; null for who has no say
 * @returns the position of the member with the least points, or null where nobody stands out
 */
export function reluctantMember(points: readonly (number | null)[]): number | null {
	const known = points.filter((point) => point !== null);
	if (known.length < 2) return null;
	const least = Math.min(...known);
	const others = (known.reduce((sum, point) => sum + point, 0) - least) / (known.length - 1);
	return others - least >= CLEARLY_LESS ? points.indexOf(least) : null;
}
