import { describe, expect, it } from 'vitest';
import { readListName } from './list-name.ts';

describe('names of users', () => {
	it.each([
		['  name ', 'name'],
		['\u3000名前\u00a0', '名前'],
		['a/b', 'a/b'],
		['two words', 'two words'],
		['U\u0308ni', 'Üni'],
		['🌱', '🌱'],
		['x'.repeat(64), 'x'.repeat(64)],
	])('reads %j', (typed, name) => {
		expect(readListName(typed)).toBe(name);
	});

	it.each(['', '   ', 'x'.repeat(65), 'x'.repeat(100_000), 'a\nb', 'a\0b', '\ud800', 'a\u2028b'])(
		'does not take %j for one',
		(typed) => {
			expect(readListName(typed)).toBeNull();
		},
	);
});
