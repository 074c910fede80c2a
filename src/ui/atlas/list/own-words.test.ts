import { expect, it } from 'vitest';
import { ownWords } from './own-words.ts';

const OVERLAY = {
	seen: [
		{ point: 0, score: 8.5 },
		{ point: 1, score: null },
	],
	planned: [2],
	recommended: [{ point: 2, rank: 3 }],
};
const expected = Float32Array.of(9, 9, 8.06, NaN);

it('says what a list says of a title', () => {
	expect([0, 1, 2, 3].map((point) => ownWords(OVERLAY, expected, point))).toEqual([
		'You gave it 8.5',
		'On your list',
		'Recommended to you, place 3 · on your plans · you would give about 8.1',
		'',
	]);
	expect(ownWords(OVERLAY, null, 3)).toBe('');
});
