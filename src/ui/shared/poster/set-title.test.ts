import { assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { POSTER_HEIGHT, POSTER_WIDTH } from './motifs.ts';
import { setTitle } from './set-title.ts';

const textOf = (title: string) => setTitle(title).lines.map((line) => line.text);

describe('setTitle', () => {
	test('short titles are set larger than long ones', () => {
		const size = (title: string) => setTitle(title).lines[0]?.size ?? 0;
		expect(size('Monster')).toBeGreaterThan(size('Fullmetal Alchemist: Brotherhood'));
	});

	test('lines are even: no numeral stands alone on the last one', () => {
		expect(textOf('Classroom of the Elite II').at(-1)).toBe('Elite II');
	});

	test('a title that does not fit ends with an ellipsis', () => {
		const lines = textOf('The World’s Finest Assassin '.repeat(9));
		expect(lines.at(-1)).toMatch(/…$/);
	});

	test('a word that is wider than the poster is hyphenated, and nothing is lost', () => {
		const word = 'Supercalifragilisticexpialidocious';
		expect(textOf(word).join('').replaceAll('-', '')).toBe(word);
	});

	test('Japanese runs in columns, from the right, and nothing is lost', () => {
		const { lines, vertical } = setTitle('この素晴らしい世界に祝福を！');
		expect(vertical).toBe(true);
		expect(lines.map((line) => line.text).join('')).toBe('この素晴らしい世界に祝福を！');
		const columns = lines.map((line) => line.x);
		expect(columns).toEqual(columns.toSorted((a, b) => b - a));
	});

	test('a title that is mostly Latin stays horizontal', () => {
		expect(setTitle('Re:CREATORS レクリ').vertical).toBe(false);
	});

	test('whatever the script, every line starts inside the poster and there is not too much of it', () => {
		const titles = oneof(
			string({ unit: 'grapheme', maxLength: 120 }),
			string({ unit: constantFrom('進', '撃', 'の', 'ー', ' ', 'A'), maxLength: 90 }),
		);
		assert(
			property(titles, (title) => {
				const { lines } = setTitle(title);
				for (const { x, y, size } of lines) {
					expect(x).toBeGreaterThanOrEqual(0);
					expect(x).toBeLessThan(POSTER_WIDTH);
					expect(y).toBeGreaterThan(0);
					expect(y + size).toBeLessThan(POSTER_HEIGHT * 0.62);
				}
			}),
		);
	});
});
