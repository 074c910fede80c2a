import { widthOf } from '../poster/text-width.ts';
import { CARD_COLOURS } from './card-colours.ts';
import type { CardDrawing, CardLayout, CardPart, CardText, CardTheme } from './card-layout.ts';

/** A picture has no fonts but those of the device; the last ones are for Japanese. */
const FONTS =
	'Inter,"Helvetica Neue",Arial,"Liberation Sans",system-ui,"Hiragino Sans","Yu Gothic","Noto Sans CJK JP","Noto Sans JP",sans-serif';

/** In the coordinates of a drawing. */
const DRAWING_RADIUS = 12;

/** Writes a picture as SVG that needs nothing else: no style, font or image is fetched for it. */
export function cardToSvg({ title, width, height, theme, parts }: CardLayout): string {
	const { ground } = CARD_COLOURS[theme];
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
		`<title>${escapeXml(title)}</title>`,
		`<style>text{font-family:${FONTS}}</style>`,
		`<rect width="${width}" height="${height}" style="fill:${ground}"/>`,
		...parts.map((part) => write(part, theme)),
		'</svg>',
	].join('');
}

function write(part: CardPart, theme: CardTheme): string {
	if (part.kind === 'text') return writeText(part, theme);
	if (part.kind === 'drawing') return writeDrawing(part);
	const { x, y, width, height, radius = 0, tone } = part;
	const fill = CARD_COLOURS[theme][tone];
	return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" style="fill:${fill}"/>`;
}

function writeText({ text, x, y, width, sizes, weight, tone, align }: CardText, theme: CardTheme) {
	const { line, size } = fitted(text, width, sizes);
	if (line === '') return '';
	const anchor = align === 'end' ? ' text-anchor="end"' : '';
	return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}"${anchor} style="fill:${CARD_COLOURS[theme][tone]}">${escapeXml(line)}</text>`;
}

function writeDrawing(drawing: CardDrawing): string {
	const { x, y, width, height, scale, ground, tone, filled, stroked, letters } = drawing;
	const clip = `clip-${x}-${y}`;
	return [
		`<clipPath id="${clip}"><rect width="${width}" height="${height}" rx="${DRAWING_RADIUS}"/></clipPath>`,
		`<g transform="translate(${x} ${y}) scale(${scale})" clip-path="url(#${clip})">`,
		`<rect width="${width}" height="${height}" style="fill:${ground}"/>`,
		stroked &&
			`<path d="${stroked}" style="fill:none;stroke:${tone};stroke-width:${drawing.strokeWidth ?? 1}"/>`,
		filled && `<path d="${filled}" style="fill:${tone}"/>`,
		`<text x="18" y="98" font-size="88" font-weight="680" style="fill:oklch(0.975 0.007 85)">${escapeXml(letters)}</text></g>`,
	]
		.filter((piece) => piece !== undefined && piece !== '')
		.join('');
}

/** The largest size that fits; in the smallest what is too long is cut between letters. */
export function fitted(
	text: string,
	width: number,
	sizes: readonly [number, ...number[]],
): { readonly line: string; readonly size: number } {
	const fitting = sizes.find((size) => widthOf(text, size) <= width);
	if (fitting !== undefined) return { line: text, size: fitting };
	const size = Math.min(...sizes);
	const letters = Array.from(text);
	while (letters.length > 0 && widthOf(`${letters.join('')}…`, size) > width) letters.pop();
	return { line: `${letters.join('').trimEnd()}…`, size };
}

const ESCAPES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
};

/** Names are data: whatever they hold is text. */
function escapeXml(line: string): string {
	return line.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '');
}
