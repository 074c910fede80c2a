import type { AnimeCard } from '#core/rank/answer.ts';
import { drawPlaceholder, type Placeholder } from '#ui/shared/poster/placeholder.ts';
import { widthOf } from '#ui/shared/poster/text-width.ts';
import { allGenres, shortFacts } from '../list/anime-facts.ts';
import { oklchToHex } from './oklch.ts';

/** The size that services crop previews to. */
export const PREVIEW_WIDTH = 1200;
export const PREVIEW_HEIGHT = 630;

const POSTER_SCALE = PREVIEW_HEIGHT / 300;
const TEXT_X = 480;
const TEXT_WIDTH = PREVIEW_WIDTH - TEXT_X - 60;
const TITLE_SIZES = [72, 60, 50, 42] as const;
const MOST_LINES = 4;
const PAPER = '#f8f5f0';
const INK = '#262019';
const QUIET = '#655d55';
const GREEN = '#1f6b35';

/**
 * The picture of a shared link, as SVG: the drawn poster, the title, what it is. Nothing is fetched for it, so it
 * can be had without network.
 */
export function drawPreview(card: AnimeCard): string {
	const title = card.english ?? card.title;
	const drawing = drawPlaceholder({
		title,
		genres: [...card.genres, ...card.themes],
		seed: card.malId,
	});
	const { lines, size } = setLines(title);
	const titleTop = 150 + size * 0.4;
	const below = titleTop + lines.length * size * 1.15;
	const other = [card.title, card.native].filter((name) => name !== null && name !== title);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PREVIEW_WIDTH} ${PREVIEW_HEIGHT}" width="${PREVIEW_WIDTH}" height="${PREVIEW_HEIGHT}" role="img">`,
		`<title>${escapeXml(title)}</title>`,
		'<style>text{font-family:Inter,"Helvetica Neue",Arial,"Hiragino Sans","Noto Sans CJK JP",sans-serif}</style>',
		`<rect width="${PREVIEW_WIDTH}" height="${PREVIEW_HEIGHT}" fill="${PAPER}"/>`,
		poster(drawing),
		...lines.map((line, row) => text(line, titleTop + row * size * 1.15, size, INK, 680)),
		text(fitted(other.join(' · '), 26), below + 4, 26, QUIET, 400),
		text(fitted(shortFacts(card).join(' · '), 32), below + 62, 32, INK, 550),
		text(fitted(allGenres(card).join(', '), 28), below + 108, 28, QUIET, 400),
		text('Sprout: similar titles, and why', PREVIEW_HEIGHT - 56, 28, GREEN, 600),
		'</svg>',
	].join('');
}

/** The drawn poster at the left, of the whole height. */
function poster({ hue, inverted, motif, monogram }: Placeholder): string {
	const low = oklchToHex(0.44, 0.075, hue);
	const high = oklchToHex(0.525, 0.085, hue);
	const [ground, tone] = inverted ? [high, low] : [low, high];
	return [
		`<g transform="scale(${POSTER_SCALE})"><rect width="200" height="300" fill="${ground}"/>`,
		motif.stroked &&
			`<path d="${motif.stroked}" fill="none" stroke="${tone}" stroke-width="${motif.strokeWidth}"/>`,
		motif.filled && `<path d="${motif.filled}" fill="${tone}"/>`,
		`<text x="18" y="98" font-size="88" font-weight="680" fill="${PAPER}">${escapeXml(monogram)}</text></g>`,
	].join('');
}

function text(line: string, y: number, size: number, fill: string, weight: number): string {
	if (line === '') return '';
	return `<text x="${TEXT_X}" y="${Math.round(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(line)}</text>`;
}

/** As large as the lines allow; what is still too long is cut. */
function setLines(title: string): { readonly lines: readonly string[]; readonly size: number } {
	for (const size of TITLE_SIZES) {
		const lines = breakLines(title, size);
		if (lines.length <= MOST_LINES - 1) return { lines, size };
	}
	const size = TITLE_SIZES.at(-1) ?? 0;
	const lines = breakLines(title, size).slice(0, MOST_LINES);
	return { lines: lines.map((line) => fitted(line, size)), size };
}

/** Between words, or between the letters of a script that has none. */
function breakLines(title: string, size: number): string[] {
	const pieces = title.split(' ').flatMap((word) => {
		const whole = widthOf(word, size) <= TEXT_WIDTH;
		return whole ? [`${word} `] : [...Array.from(word), ' '];
	});
	const lines = [''];
	for (const piece of pieces) {
		const last = lines.length - 1;
		const longer = `${lines[last]}${piece}`;
		if (widthOf(longer.trimEnd(), size) <= TEXT_WIDTH) lines[last] = longer;
		else lines.push(piece);
	}
	return lines.map((line) => line.trim()).filter((line) => line !== '');
}

function fitted(line: string, size: number): string {
	if (widthOf(line, size) <= TEXT_WIDTH) return line;
	const letters = Array.from(line);
	while (letters.length > 0 && widthOf(`${letters.join('')}…`, size) > TEXT_WIDTH) letters.pop();
	return `${letters.join('').trimEnd()}…`;
}

const ESCAPES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
};

/** Titles are data: whatever they hold is text. */
function escapeXml(line: string): string {
	return line.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '');
}
