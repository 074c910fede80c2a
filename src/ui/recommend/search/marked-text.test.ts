import { expect, it } from 'vitest';
import { markedParts } from './marked-text.ts';

it('cuts a title at its marks and loses no letter', () => {
	expect(
		markedParts('Attack on Titan', [
			[0, 6],
			[10, 15],
		]),
	).toEqual([
		{ text: 'Attack', marked: true },
		{ text: ' on ', marked: false },
		{ text: 'Titan', marked: true },
	]);
	expect(markedParts('進撃の巨人', [[2, 3]]).map(({ text }) => text)).toEqual([
		'進撃',
		'の',
		'巨人',
	]);
	expect(markedParts('Monster', [])).toEqual([{ text: 'Monster', marked: false }]);
});
