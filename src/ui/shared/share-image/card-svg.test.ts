import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CARD_COLOURS, TOKEN_OF } from './card-colours.ts';
import type { CardLayout, CardPart } from './card-layout.ts';
import { cardToSvg, fitted } from './card-svg.ts';

const card = (...parts: CardPart[]): CardLayout => ({
	title: 'A list',
	width: 100,
	height: 50,
	theme: 'dark',
	parts,
});
const line = { kind: 'text', x: 4, y: 20, width: 90, sizes: [20, 10], weight: 400 } as const;

describe('a picture to share', () => {
	it('is an SVG of its size that fetches nothing', () => {
		const svg = cardToSvg(card({ kind: 'block', x: 1, y: 2, width: 3, height: 4, tone: 'line' }));
		expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 100 50"/);
		expect(svg).toContain('<title>A list</title>');
		expect(svg).not.toMatch(/url\((?!#)|href|<image|@import/);
	});

	it('takes names for text, whatever they hold', () => {
		const svg = cardToSvg(card({ ...line, text: '</text><script>', tone: 'text' }));
		expect(svg).toContain('&lt;/text&gt;');
		expect(svg).not.toContain('<script');
	});

	it('sets a line smaller where it does not fit, then cuts it; kana are as wide as high', () => {
		expect(fitted('進撃', 40, [20, 10])).toEqual({ line: '進撃', size: 20 });
		expect(fitted('進撃の巨', 40, [20, 10])).toEqual({ line: '進撃の巨', size: 10 });
		expect(fitted('進撃の巨人', 40, [20, 10])).toEqual({ line: '進撃の…', size: 10 });
	});

	it('has the colours of the page', () => {
		const tokens = readFileSync('src/ui/shared/styles/tokens.css', 'utf8');
		for (const [tone, token] of Object.entries(TOKEN_OF)) {
			const name = tone as keyof typeof TOKEN_OF; // its own keys
			const { light, dark } = CARD_COLOURS;
			expect(tokens).toContain(`${token}: light-dark(${light[name]}, ${dark[name]});`);
		}
	});
});
