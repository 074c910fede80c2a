import { describe, expect, it } from 'vitest';
import { scanApproximately } from './approximate-scan.ts';
import { letterMask } from './letter-mask.ts';

function scan(names: readonly string[], pattern: string, limit: number): [string, number][] {
	const starts: number[] = [];
	let text = '\n';
	for (const name of names) {
		starts.push(text.length);
		text += `${name}\n`;
	}
	const found: [string, number][] = [];
	const lines = {
		text,
		starts: Uint32Array.from(starts),
		names: Uint32Array.from(names.keys()),
		wordStarts: new Uint8Array(text.length),
		masks: Uint32Array.from(names, letterMask),
	};
	scanApproximately(lines, pattern, limit, (k, edits) => found.push([names[k] ?? '', edits]));
	return found;
}

describe('scanApproximately', () => {
	it('finds the pattern anywhere in a name with the fewest edits', () => {
		const names = ['steinsgate', 'xsteinsgatx', 'stinsgat', 'other', 'gate'];
		expect(scan(names, 'steinsgate', 2)).toEqual([
			['steinsgate', 0],
			['xsteinsgatx', 1],
			['stinsgat', 2],
		]);
	});

	it('does not match across names', () => {
		expect(scan(['steins', 'gate'], 'steinsgate', 2)).toEqual([]);
	});

	it('compares the first 31 letters of a long pattern', () => {
		const long = 'abcdefghijklmnopqrstuvwxyz0123456789';
		expect(scan([long.slice(0, 31)], long, 0)).toEqual([[long.slice(0, 31), 0]]);
	});
});
