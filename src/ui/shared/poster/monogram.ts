import { FULL_WIDTH } from './text-width.ts';

const SMALL_WORDS = new Set('a an and ga in na ni no of the to wa wo'.split(' '));

/** One or two characters that stand for a title: initials, or the first sign of a Japanese one. */
export function monogram(title: string): string {
	const name = title.split(/[:(~]/u, 1)[0] ?? title;
	const words: readonly string[] =
		(/[\p{L}\p{N}]/u.test(name) ? name : title).match(/[\p{L}\p{N}]+/gu) ?? [];
	const first = words.find((word) => !SMALL_WORDS.has(word.toLowerCase())) ?? words[0] ?? '';
	if (FULL_WIDTH.test(first)) return Array.from(first)[0] ?? '';
	if (/^\d{2}/.test(first)) return first.slice(0, 2);
	const second = words
		.slice(words.findIndex((word) => word === first) + 1)
		.find((word) => !SMALL_WORDS.has(word.toLowerCase()) && !FULL_WIDTH.test(word));
	const letters = Array.from(first)[0]?.toUpperCase() ?? '';
	return (
		letters +
		(second === undefined
			? (Array.from(first)[1] ?? '')
			: (Array.from(second)[0]?.toUpperCase() ?? ''))
	);
}
