import type { AtlasData } from '#atlas/atlas-data.ts';
import { oklchToRgb, rgbToHex } from '#atlas/colour/oklch.ts';
import { GENRE_COLOURS, MAP_COLOURS, type MapTheme } from '#atlas/colour/palettes.ts';
import { fitted, toScreen } from '#atlas/camera/camera.ts';
import { extentOf } from '#atlas/points/extent.ts';
import { pointRadius } from '#atlas/points/point-radius.ts';

/** The size that services crop previews to. */
export const PREVIEW_WIDTH = 1200;
export const PREVIEW_HEIGHT = 630;

/** More would be no picture but a download. */
const MOST_POINTS = 6000;
/** The part that the map fills, beside the words. */
const FRAME = { left: 450, width: 740, height: PREVIEW_HEIGHT };
/** Steps of size that points are drawn in. */
const SIZE_STEP = 0.5;

/** What a picture needs of a point. */
export interface PreviewPoint {
	readonly group: number;
	readonly members: number;
	readonly adult: boolean;
}

/**
 * The map as a picture: for a shared link, and where nothing can be drawn. One path for every colour and size, each
 * point a stroke without length, so that thousands of them take some tens of kilobytes.
 *
 * @param points by point
 */
export function drawAtlasPreview(
	{ lenses }: AtlasData,
	points: readonly PreviewPoint[],
	theme: MapTheme,
): string {
	const { x, y, regions } = lenses.local;
	const camera = fitted(
		extentOf({ x, y }, (point) => points[point]?.adult === false),
		FRAME,
	);
	const place = (px: number, py: number) => {
		const at = toScreen(camera, FRAME, { x: px, y: py });
		return { left: Math.round(FRAME.left + at.x), top: Math.round(at.y) };
	};
	const most = points.reduce((sum, { members }) => Math.max(sum, members), 1);
	const paths = new Map<string, string[]>();
	points.slice(0, MOST_POINTS).forEach(({ group, members, adult }, point) => {
		if (adult) return;
		const size = Math.round((2 * pointRadius(members, most)) / SIZE_STEP) * SIZE_STEP;
		const key = `${group} ${size}`;
		const { left, top } = place(x[point] ?? 0, y[point] ?? 0);
		paths.set(key, [...(paths.get(key) ?? []), `M${left} ${top}h0`]);
	});
	const colours = MAP_COLOURS[theme];
	const [ground, ink] = [rgbToHex(colours.ground), rgbToHex(colours.ink)];
	// Those that lie on no other at this scale.
	const names = (regions[0] ?? [])
		.filter(({ name, minScale }) => name !== '' && minScale <= camera.scale)
		.map((region) => {
			const { left, top } = place(region.x, region.y);
			return `<text class="region" x="${left}" y="${top}">${escapeXml(region.name)}</text>`;
		});
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PREVIEW_WIDTH} ${PREVIEW_HEIGHT}" width="${PREVIEW_WIDTH}" height="${PREVIEW_HEIGHT}" role="img">`,
		'<title>The atlas of anime</title>',
		`<style>text{font-family:Inter,"Helvetica Neue",Arial,sans-serif;fill:${ink}}.region{font-size:19px;font-weight:700;text-anchor:middle;paint-order:stroke;stroke:${ground};stroke-width:5px;stroke-linejoin:round}path{fill:none;stroke-linecap:round}</style>`,
		`<rect width="100%" height="100%" fill="${ground}"/>`,
		...Array.from(paths, ([key, moves]) => {
			const [group = '0', size = '1'] = key.split(' ');
			return `<path stroke="${groupColour(Number(group), theme)}" stroke-width="${size}" d="${moves.join('')}"/>`;
		}),
		...names,
		`<text x="60" y="270" font-size="60" font-weight="680">The atlas</text>`,
		`<text x="60" y="338" font-size="60" font-weight="680">of anime</text>`,
		`<text x="62" y="396" font-size="25" opacity="0.75">Titles that the same people</text>`,
		`<text x="62" y="430" font-size="25" opacity="0.75">like lie close together.</text>`,
		`<text x="62" y="${PREVIEW_HEIGHT - 50}" font-size="26" font-weight="600" style="fill:${rgbToHex(colours.accent)}">Sprout</text>`,
		'</svg>',
	].join('');
}

function groupColour(group: number, theme: MapTheme): string {
	const palette = GENRE_COLOURS[theme];
	const colour = palette[group] ?? palette.at(-1);
	return rgbToHex(colour === undefined ? MAP_COLOURS[theme].unknown : oklchToRgb(colour));
}

const ESCAPES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
};

/** Names are data: whatever they hold is text. */
function escapeXml(text: string): string {
	return text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '');
}
