import { describe, expect, test } from 'vitest';
import { createRng } from '#core/math/rng.ts';
import { MOTIFS } from './motifs.ts';
import { drawPlaceholder } from './placeholder.ts';

const subject = { title: 'Mushishi', genres: ['Adventure', 'Mystery', 'Supernatural'], seed: 457 };

describe('drawPlaceholder', () => {
	test('the same title is drawn alike on every page', () => {
		expect(drawPlaceholder(subject)).toEqual(drawPlaceholder({ ...subject }));
	});

	test('titles of one genre differ from each other', () => {
		const shelf = Array.from({ length: 20 }, (_, seed) => drawPlaceholder({ ...subject, seed }));
		expect(new Set(shelf.map(({ hue }) => hue)).size).toBeGreaterThan(10);
		expect(new Set(shelf.map(({ motif }) => motif.filled)).size).toBeGreaterThan(10);
		expect(new Set(shelf.map(({ inverted }) => inverted)).size).toBe(2);
	});

	test('the order in which a source names the genres does not matter', () => {
		const genres = subject.genres.toReversed();
		expect(drawPlaceholder({ ...subject, genres })).toEqual(drawPlaceholder(subject));
	});

	test('without a genre there is still a poster', () => {
		const { motif, hue } = drawPlaceholder({ title: '？', genres: [], seed: 0 });
		expect(motif.filled).not.toBe('');
		expect(hue).toBeGreaterThanOrEqual(0);
		expect(hue).toBeLessThan(360);
	});
});

test.each(Object.entries(MOTIFS))('%s draws a path of plain numbers', (_, draw) => {
	for (let seed = 0; seed < 50; seed++) {
		const { filled, stroked, strokeWidth } = draw(createRng(seed).next);
		expect(filled + stroked).toMatch(/^M[-\d. MLHVaqtZhv]+$/);
		expect(strokeWidth > 0).toBe(stroked !== '');
	}
});
