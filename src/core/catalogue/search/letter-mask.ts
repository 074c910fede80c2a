/**
 * Which letters a word has, as bits: a–z have their own, digits share one, all other letters five.
 * One edit changes at most one bit each way, so masks rule out most words before any distance is
 * computed.
 */
export function letterMask(word: string): number {
	let mask = 0;
	for (let i = 0; i < word.length; i++) {
		const code = word.charCodeAt(i);
		if (code >= 97 && code <= 122) mask |= 1 << (code - 97);
		else if (code >= 48 && code <= 57) mask |= 1 << 26;
		else mask |= 1 << (27 + (code % 5));
	}
	return mask >>> 0;
}

/** Number of set bits of a 32-bit integer. */
export function bitCount(bits: number): number {
	let n = bits - ((bits >>> 1) & 0x55555555);
	n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
	return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
