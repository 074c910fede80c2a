import { describe, expect, it } from 'vitest';
import { smallAtlas } from '#tests/support/small-atlas.ts';
import { drawAtlasPreview } from './draw-atlas-preview.ts';

const MAP = smallAtlas([1, 2, 3, 4]);
const point = (group: number, adult = false) => ({ group, members: 1000, adult });
const draw = (points: Parameters<typeof drawAtlasPreview>[1]) =>
	drawAtlasPreview(MAP, points, 'dark');

describe('the picture of the map', () => {
	it('puts every title where the map does, up is up', () => {
		const svg = draw([point(0), point(0), point(1), point(1)]);
		// Corners of the map: 88 % of the height apart, around the middle of the part beside the words, 820, 315.
		expect(svg).toContain('d="M543 592h0M1097 592h0"');
		expect(svg).toContain('d="M543 38h0M1097 38h0"');
	});

	it('leaves out what is for adults', () => {
		const svg = draw([point(0), point(0, true), point(0, true), point(0, true)]);
		expect(svg.match(/h0/g)).toHaveLength(1);
	});

	it('names regions as text, whatever they hold', () => {
		const [local] = [MAP.lenses.local];
		const named = local.regions.map((level) =>
			level.map((region) => ({ ...region, name: '<b>&' })),
		);
		const lenses = { ...MAP.lenses, local: { ...local, regions: named } };
		const svg = drawAtlasPreview({ ...MAP, lenses }, [], 'light');
		expect(svg).toContain('&lt;b&gt;&amp;</text>');
		expect(svg).not.toContain('<b>');
	});
});
