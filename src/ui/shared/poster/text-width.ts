/** Characters as wide as they are high. */
export const FULL_WIDTH =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;

/** Signs that Japanese fonts draw as wide as a kana. */
const AMBIGUOUS = /[×★☆♥♪●○…]/u;

/** Rough advance of a semi-bold sans character in em: there is no font to ask on a server. */
function advance(character: string, amongFullWidth: boolean): number {
	if (/\p{M}/u.test(character)) return 0;
	if (amongFullWidth && AMBIGUOUS.test(character)) return 1;
	if (FULL_WIDTH.test(character)) return 1;
	if (/[ijl.,:;!'’|()[\]\s]/.test(character)) return 0.28;
	if (/[ftrI-]/.test(character)) return 0.38;
	if (/[mwMW@%—]/.test(character)) return 0.9;
	return /[\p{Lu}\d&?]/u.test(character) ? 0.67 : 0.57;
}

/** Width of a line set at a size, in the units of the size. */
export function widthOf(text: string, size: number): number {
	const amongFullWidth = FULL_WIDTH.test(text);
	let sum = 0;
	for (const character of text) sum += advance(character, amongFullWidth);
	return sum * size;
}
