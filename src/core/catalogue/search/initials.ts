/** Letters and digits are 1–36; 0 is "nothing more". Six places of base 37 fit into 2³². */
const BASE = 37;
const PLACES = 6;

/** Shorter ones are letters, longer ones words. */
const MIN_INITIALS = 2;

function place(code: number): number {
	if (code >= 97 && code <= 122) return code - 96;
	return code >= 48 && code <= 57 ? code - 21 : 0;
}

/** Initial of a folded word, or all of a number: `mob psycho 100` has `mp100`. */
function initialOf(word: string): string {
	const code = word.charCodeAt(0);
	return code >= 48 && code <= 57 ? word : word.charAt(0);
}

/** Initials of folded words in a row. */
export function initialsOf(words: readonly string[]): string {
	return words.map(initialOf).join('');
}

function encode(text: string): number {
	let key = 0;
	for (let k = 0; k < PLACES; k++) {
		key = key * BASE + (k < text.length ? place(text.charCodeAt(k)) : 0);
	}
	return key;
}

/**
 * The first six initials from word `first` on as an integer that orders like their text; 0 for
 * other scripts.
 */
export function initialsKey(words: readonly string[], first: number): number {
	let initials = '';
	for (let w = first; w < words.length && initials.length < PLACES; w++) {
		initials += initialOf(words[w] ?? '');
	}
	return encode(initials);
}

/** Keys of all initials that start with `text` (a–z, 0–9), first inclusive, last exclusive. */
export function initialsRange(text: string): { first: number; last: number } | null {
	if (text.length < MIN_INITIALS || text.length > PLACES || /[^a-z0-9]/.test(text)) return null;
	const first = encode(text);
	return { first, last: first + BASE ** (PLACES - text.length) };
}
