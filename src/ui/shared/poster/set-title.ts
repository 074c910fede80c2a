import { POSTER_WIDTH } from './motifs.ts';
import { FULL_WIDTH, widthOf } from './text-width.ts';

/** One line of a title, placed: for vertical setting, `x` is the middle of the column. */
export interface SetLine {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly size: number;
}

export interface SetTitle {
	readonly lines: readonly SetLine[];
	readonly vertical: boolean;
}

const MARGIN = 16;
/** Room of the title: the motif begins below it. */
const BLOCK_WIDTH = POSTER_WIDTH - 2 * MARGIN;
const BLOCK_HEIGHT = 140;
const COLUMN_HEIGHT = 168;
const LEADING = 1.14;
const COLUMN_LEADING = 1.3;
const SIZES = [36, 32, 28, 25, 22, 19] as const;
const SMALLEST = 17;

const COLUMN_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Cuts a word that is wider than the poster into pieces that are not. */
function cutWord(word: string, size: number): string[] {
	const pieces: string[] = [''];
	for (const character of word) {
		const last = pieces.length - 1;
		if (widthOf(`${pieces[last]}${character}-`, size) > BLOCK_WIDTH) pieces.push('');
		pieces[pieces.length - 1] += character;
	}
	return pieces.map((piece, at) =>
		at < pieces.length - 1 && /\p{L}$/u.test(piece) && !FULL_WIDTH.test(piece)
			? `${piece}-`
			: piece,
	);
}

function breakLines(words: readonly string[], size: number, width = BLOCK_WIDTH): string[] {
	const lines: string[] = [];
	for (const word of words) {
		const last = lines.at(-1);
		if (last !== undefined && widthOf(`${last} ${word}`, size) <= width)
			lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(...(widthOf(word, size) > BLOCK_WIDTH ? cutWord(word, size) : [word]));
	}
	return lines;
}

/** The same number of lines, as even as they can be: no "II" alone on the last one. */
function balanceLines(words: readonly string[], size: number): string[] {
	let best = breakLines(words, size);
	for (let width = BLOCK_WIDTH - 6; width > BLOCK_WIDTH / 3; width -= 6) {
		const narrower = breakLines(words, size, width);
		if (narrower.length > best.length) break;
		best = narrower;
	}
	return best;
}

const linesThatFit = (size: number): number => Math.floor(BLOCK_HEIGHT / (size * LEADING));

function setHorizontally(title: string): SetLine[] {
	const words = title.split(/\s+/u).filter((word) => word !== '');
	// As large as the longest word and the number of lines allow.
	const size =
		SIZES.find(
			(candidate) =>
				words.every((word) => widthOf(word, candidate) <= BLOCK_WIDTH) &&
				breakLines(words, candidate).length <= linesThatFit(candidate),
		) ?? SMALLEST;
	const all = balanceLines(words, size);
	const lines = all.slice(0, linesThatFit(size));
	if (lines.length < all.length) lines[lines.length - 1] += '…';
	return lines.map((text, row) => ({
		text,
		x: MARGIN,
		y: Math.round((MARGIN + size * (0.86 + row * LEADING)) * 10) / 10,
		size,
	}));
}

function setVertically(title: string): SetLine[] {
	const characters = Array.from(title.replaceAll(/\s+/gu, ' '));
	const columnsThatFit = (size: number): number =>
		Math.floor(BLOCK_WIDTH / (size * COLUMN_LEADING));
	const perColumn = (size: number): number => Math.floor(COLUMN_HEIGHT / size);
	const size =
		SIZES.find(
			(candidate) =>
				characters.length <= perColumn(candidate) * Math.min(3, columnsThatFit(candidate)),
		) ?? SMALLEST;
	// Columns of one length look set; one full and one single character look broken.
	const columns = Math.min(columnsThatFit(size), Math.ceil(characters.length / perColumn(size)));
	const length = Math.min(perColumn(size), Math.ceil(characters.length / columns));
	return Array.from({ length: columns }, (_, column) => {
		const cut = column === columns - 1 && characters.length > columns * length ? '…' : '';
		return {
			text:
				characters
					.slice(column * length, (column + 1) * length)
					.join('')
					.trim() + cut,
			x: Math.round((POSTER_WIDTH - MARGIN - size * (0.5 + column * COLUMN_LEADING)) * 10) / 10,
			y: MARGIN,
			size,
		};
	});
}

/** Sets a title of any script into the upper part of a 200 × 300 poster. */
export function setTitle(title: string): SetTitle {
	const inColumns = (title.match(COLUMN_SCRIPT)?.length ?? 0) * 2 > Array.from(title).length;
	return inColumns
		? { lines: setVertically(title), vertical: true }
		: { lines: setHorizontally(title), vertical: false };
}
