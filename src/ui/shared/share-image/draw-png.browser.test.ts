import { expect, it } from 'vitest';
import { cardToSvg } from './card-svg.ts';
import { drawPng } from './draw-png.ts';

it('draws a picture of twice the size, in the colours of the theme', async () => {
	const svg = cardToSvg({
		title: 'Nothing but ground',
		width: 20,
		height: 10,
		theme: 'dark',
		parts: [{ kind: 'block', x: 0, y: 0, width: 10, height: 10, tone: 'accent' }],
	});
	const png = await drawPng(svg);
	if (png === null) throw new Error('Chromium draws it.');
	expect(png.type).toBe('image/png');
	const picture = await createImageBitmap(png);
	expect([picture.width, picture.height]).toEqual([40, 20]);
	const canvas = new OffscreenCanvas(40, 20).getContext('2d');
	canvas?.drawImage(picture, 0, 0);
	const sum = (x: number) => {
		const [red = 0, green = 0, blue = 0] = canvas?.getImageData(x, 10, 1, 1).data ?? [];
		return red + green + blue;
	};
	// The accent is light on a dark ground.
	expect(sum(5)).toBeGreaterThan(400);
	expect(sum(35)).toBeLessThan(100);
});

it('gives nothing for what is no picture', async () => {
	expect(await drawPng('<svg')).toBeNull();
});
