import { expect, it } from 'vitest';
import { oklchToHex } from './oklch.ts';

it.each([
	[1, 0, 0, '#ffffff'],
	[0, 0, 0, '#000000'],
	// sRGB red, as the paper has it.
	[0.62796, 0.25768, 29.234, '#ff0000'],
] as const)('oklch(%d %d %d) is %s', (lightness, chroma, hue, hex) => {
	expect(oklchToHex(lightness, chroma, hue)).toBe(hex);
});
