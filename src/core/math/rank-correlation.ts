import { midRanks } from './mid-ranks.ts';

/**
 * Spearman's rank correlation: Pearson's of the ranks, where equal values share the middle of theirs. −1 to 1; null
 * where one side has nothing to order, being all equal or fewer than two.
 *
 * @param a values of one side, in the order of the other's
 */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number | null {
	const [x, y] = [midRanks(Float32Array.from(a)), midRanks(Float32Array.from(b))];
	let [both, squaresX, squaresY] = [0, 0, 0];
	for (let at = 0; at < x.length; at++) {
		const dx = (x[at] ?? 0.5) - 0.5;
		const dy = (y[at] ?? 0.5) - 0.5;
		both += dx * dy;
		squaresX += dx * dx;
		squaresY += dy * dy;
	}
	return squaresX === 0 || squaresY === 0 ? null : both / Math.sqrt(squaresX * squaresY);
}
