import { bitCount, letterMask } from './letter-mask.ts';
import type { NameText } from './title-index.ts';

/** Letters of the pattern: one bit each of a 32-bit integer. */
const MAX_PATTERN = 31;

function positionsOf(pattern: string): Int32Array {
	const bits = new Int32Array(256);
	for (let k = 0; k < pattern.length; k++) {
		const code = pattern.charCodeAt(k) & 0xff;
		bits[code] = (bits[code] ?? 0) | (1 << k);
	}
	return bits;
}

/**
 * Finds every name that contains `pattern` with at most `limit` insertions, deletions and
 * substitutions, wherever words begin in either.
 *
 * Bit-parallel after Myers, "A fast bit-vector algorithm for approximate string matching based on
 * dynamic programming", JACM 46 (1999): one column of the distance matrix in two integers, so the
 * whole catalogue takes milliseconds. Meant for queries that nothing else finds.
 *
 * @param pattern only its first 31 letters count
 * @param visit gets the position in `names` and the fewest edits in that name
 */
export function scanApproximately(
	{ text, starts, masks }: NameText,
	pattern: string,
	limit: number,
	visit: (position: number, edits: number) => void,
): void {
	const length = Math.min(pattern.length, MAX_PATTERN);
	const positions = positionsOf(pattern.slice(0, length));
	const top = 1 << (length - 1);
	const mask = letterMask(pattern.slice(0, length));
	for (let position = 0; position < starts.length; position++) {
		if (bitCount(mask & ~(masks[position] ?? 0)) > limit) continue;
		const end = (starts[position + 1] ?? text.length) - 1;
		let up = -1;
		let down = 0;
		let edits = length;
		let best = length;
		for (let i = starts[position] ?? 0; i < end; i++) {
			const equal = positions[text.charCodeAt(i) & 0xff] ?? 0;
			const diagonal = (((equal & up) + up) ^ up) | equal | down;
			let plus = down | ~(diagonal | up);
			let minus = up & diagonal;
			if ((plus & top) !== 0) edits++;
			else if ((minus & top) !== 0 && --edits < best) best = edits;
			plus <<= 1;
			minus <<= 1;
			up = minus | ~(diagonal | equal | plus);
			down = plus & (diagonal | equal);
		}
		if (best <= limit) visit(position, best);
	}
}
