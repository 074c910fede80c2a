import { describe, expect, it } from 'vitest';
import { nextTile } from './next-tile.ts';

describe('keys in a row of tiles', () => {
	it.each([
		[1, 'ArrowRight', 2],
		[1, 'ArrowLeft', 0],
		[0, 'ArrowLeft', null],
		[4, 'ArrowRight', null],
		[2, 'Home', 0],
		[2, 'End', 4],
		[2, 'Enter', null],
		[-1, 'ArrowRight', null],
	])('from %i by %s to %s', (current, key, next) => {
		expect(nextTile(current, key, 5)).toBe(next);
	});
});
