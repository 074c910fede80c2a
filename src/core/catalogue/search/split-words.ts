import { isKana, romaniseKana } from './kana.ts';

/** A run of letters, digits, kanji or kana of a text, in lower case and without accents. */
export interface Word {
	readonly text: string;
	/** Where it stands in the source, in UTF-16 units, end exclusive. */
	readonly start: number;
	readonly end: number;
	/** Source offset of every letter of `text`; `null` where letter k stems from `start + k`. */
	readonly at: readonly number[] | null;
}

type Kind = 'letter' | 'digit' | 'han' | 'kana' | 'joiner' | 'gap';

/** Letters that Unicode does not take apart into a base and an accent, and signs read as letters. */
const SPELLED: ReadonlyMap<string, string> = new Map(
	'ß:ss æ:ae œ:oe ø:o đ:d ð:d þ:th ł:l ı:i ŋ:n √:root ×:x ✕:x ✖:x'.split(' ').map((pair) => {
		const [sign = '', letters = ''] = pair.split(':');
		return [sign, letters];
	}),
);

/** Signs inside a word that writers leave out at will: `JoJo's`, `Jun'ichi`. */
const JOINERS = "'’‘`´ʼ";

function isAsciiLetter(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isDigit(code: number): boolean {
	return code >= 48 && code <= 57;
}

function isHan(code: number): boolean {
	return (
		(code >= 0x4e00 && code <= 0x9fff) ||
		(code >= 0x3400 && code <= 0x4dbf) ||
		code === 0x3005 ||
		(code >= 0xf900 && code <= 0xfaff) ||
		(code >= 0x20000 && code <= 0x3ffff)
	);
}

function kindOf(char: string): Kind {
	const code = char.codePointAt(0) ?? 0;
	if (isAsciiLetter(code)) return 'letter';
	if (isDigit(code)) return 'digit';
	if (isKana(code)) return 'kana';
	if (isHan(code)) return 'han';
	if (JOINERS.includes(char) || /\p{M}/u.test(char)) return 'joiner';
	return /\p{L}/u.test(char) ? 'letter' : 'gap';
}

/** One character of the source with the voicing mark that may follow it, in its compatible form. */
function composed(text: string, offset: number): { source: string; plain: string } {
	const code = text.codePointAt(offset) ?? 0;
	if (code < 0x80) return { source: text.charAt(offset), plain: text.charAt(offset).toLowerCase() };
	// Full-width forms of ASCII, the commonest of all, without the detour through normalisation.
	if (code >= 0xff01 && code <= 0xff5e) {
		return { source: text.charAt(offset), plain: String.fromCharCode(code - 0xfee0).toLowerCase() };
	}
	let source = String.fromCodePoint(code);
	const next = text.charAt(offset + source.length);
	if (next !== '' && '\u3099\u309a\uff9e\uff9f'.includes(next)) source += next;
	if (source.length === 1 && (isKana(code) || isHan(code))) return { source, plain: source };
	const plain = source.normalize('NFKC');
	if (isKana(plain.charCodeAt(0))) return { source, plain };
	const lower = plain.normalize('NFKD').toLowerCase();
	return { source, plain: Array.from(lower, (char) => SPELLED.get(char) ?? char).join('') };
}

/** Collects the letters of the word that is being read and where each comes from. */
class OpenWord {
	kind: Kind = 'gap';
	private letters = '';
	private at: number[] = [];
	private syllable = '';
	private end = 0;

	add(char: string, kind: Kind, offset: number, end: number): void {
		this.kind = kind;
		this.end = end;
		const piece = kind === 'kana' ? this.romanised(char) : char;
		this.letters += piece;
		for (let k = 0; k < piece.length; k++) this.at.push(offset);
	}

	extend(end: number): void {
		if (this.letters !== '') this.end = end;
	}

	private romanised(char: string): string {
		const { drop, letters } = romaniseKana(char, this.syllable);
		if (drop === 0) return (this.syllable = letters);
		// What a contraction replaces keeps its place: the small kana only adds to the end.
		this.letters = this.letters.slice(0, -drop);
		const start = this.at.at(-drop) ?? 0;
		this.at.length -= drop;
		this.syllable = '';
		for (let k = 0; k < letters.length; k++) this.at.push(start);
		this.letters += letters;
		return '';
	}

	closeInto(words: Word[]): void {
		const { letters: text, at, end } = this;
		if (text !== '') words.push({ text, start: at[0] ?? 0, end, at });
		this.kind = 'gap';
		this.letters = '';
		this.syllable = '';
		this.at = [];
	}
}

/** Most of the catalogue is plain ASCII: words are slices, and no offsets need storing. */
function splitAscii(text: string): Word[] {
	const words: Word[] = [];
	const lower = text.toLowerCase();
	for (let i = 0; i < lower.length;) {
		const code = lower.charCodeAt(i);
		const belongs = isDigit(code) ? isDigit : isAsciiLetter;
		const start = i;
		while (i < lower.length && belongs(lower.charCodeAt(i))) i++;
		if (i === start) i++;
		else words.push({ text: lower.slice(start, i), start, end: i, at: null });
	}
	return words;
}

/**
 * The words of a text: lower case, no accents, full-width and half-width forms unified, kana
 * romanised, apostrophes dropped; words end where the script changes. Any UTF-16 text is safe.
 */
export function splitWords(text: string): Word[] {
	// eslint-disable-next-line no-control-regex -- ASCII is meant, control characters included
	if (/^[\x00-\x26\x28-\x5f\x61-\x7f]*$/.test(text)) return splitAscii(text);
	const words: Word[] = [];
	const open = new OpenWord();
	for (let offset = 0; offset < text.length;) {
		const { source, plain } = composed(text, offset);
		const end = offset + source.length;
		for (const char of plain) {
			const kind = kindOf(char);
			if (kind === 'joiner') {
				open.extend(end);
				continue;
			}
			if (kind !== open.kind) open.closeInto(words);
			if (kind !== 'gap') open.add(char, kind, offset, end);
		}
		offset = end;
	}
	open.closeInto(words);
	return words;
}
