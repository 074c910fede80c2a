const ROWS = [
	'あa いi うu えe おo かka きki くku けke こko がga ぎgi ぐgu げge ごgo',
	'さsa しshi すsu せse そso ざza じji ずzu ぜze ぞzo たta ちchi つtsu てte とto',
	'だda ぢji づzu でde どdo なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho',
	'ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo まma みmi むmu めme もmo',
	'やya ゆyu よyo らra りri るru れre ろro わwa ゐwi ゑwe をo んn ゔvu',
];
const SMALL = 'ぁa ぃi ぅu ぇe ぉo ゃya ゅyu ょyo ゎwa ゕka ゖke';

const table = (text: string): ReadonlyMap<string, string> =>
	new Map(text.split(' ').map((cell) => [cell.charAt(0), cell.slice(1)]));

const FULL_SIZE = table(ROWS.join(' '));
const SMALL_SIZE = table(SMALL);

const KATAKANA_FIRST = 0x30a1;
const KATAKANA_LAST = 0x30f6;
/** Distance between a katakana and its hiragana in Unicode. */
const KATAKANA_OFFSET = 0x60;

/** Whether a UTF-16 unit is hiragana, katakana or the long-vowel and repetition marks between. */
export function isKana(code: number): boolean {
	return (
		(code >= 0x3041 && code <= 0x3096) ||
		code === 0x309d ||
		code === 0x309e ||
		(code >= KATAKANA_FIRST && code <= 0x30fa) ||
		(code >= 0x30fc && code <= 0x30fe)
	);
}

function hiragana(char: string): string {
	const code = char.charCodeAt(0);
	const isKatakana = code >= KATAKANA_FIRST && code <= KATAKANA_LAST;
	return isKatakana ? String.fromCharCode(code - KATAKANA_OFFSET) : char;
}

/** A syllable followed by a small kana: `shi` + `ya` is `sha`, `te` + `i` is `ti`, `u` + `i` is `wi`. */
function contract(syllable: string, small: string): string {
	if (syllable === 'u') return `w${small}`;
	const stem = syllable.slice(0, -1);
	if (stem === '') return syllable + small;
	return stem + (/(?:sh|ch|j)$/.test(stem) ? small.replace(/^y/, '') : small);
}

/**
 * Hepburn romanisation of one composed kana, given the romanisation of the kana before it (or `''`).
 * Doubled consonants (`っ`) and long vowels (`ー`) come out short, as the title folding wants them.
 *
 * @returns how many letters of `before` to take back, and the letters to append
 */
export function romaniseKana(char: string, before: string): { drop: number; letters: string } {
	const kana = hiragana(char);
	const small = SMALL_SIZE.get(kana);
	if (small === undefined) return { drop: 0, letters: FULL_SIZE.get(kana) ?? '' };
	if (before === '' || before === 'n') return { drop: 0, letters: small };
	return { drop: before.length, letters: contract(before, small) };
}
