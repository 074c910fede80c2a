import type { Bytes } from './byte-chunks.ts';
import type { OtherContent } from './list-file-result.ts';

const SIGNATURES: readonly (readonly [OtherContent, readonly number[]])[] = [
	['image', [0x89, 0x50, 0x4e, 0x47]],
	['image', [0xff, 0xd8, 0xff]],
	['image', [0x47, 0x49, 0x46, 0x38]],
	['image', [0x52, 0x49, 0x46, 0x46]],
	['pdf', [0x25, 0x50, 0x44, 0x46]],
	['archive', [0x50, 0x4b, 0x03, 0x04]],
	['archive', [0x1f, 0x8b]],
	['archive', [0x37, 0x7a, 0xbc, 0xaf]],
	['archive', [0x52, 0x61, 0x72, 0x21]],
	['archive', [0xfd, 0x37, 0x7a, 0x58]],
	['archive', [0x28, 0xb5, 0x2f, 0xfd]],
];

/**
 * Tells what a file is when it cannot be XML, from its first (unpacked) bytes and the same as text; null when it
 * may be XML, or when there is nothing to see yet.
 */
export function recogniseOtherContent(head: Bytes, text: string): OtherContent | null {
	for (const [content, signature] of SIGNATURES) {
		if (signature.every((byte, i) => head[i] === byte)) return content;
	}
	const start = text.trimStart();
	if (start === '') return null;
	if (start.startsWith('<')) return /^<(!doctype\s+html|html)\b/i.test(start) ? 'web-page' : null;
	if (start.startsWith('{') || start.startsWith('[')) return 'json';
	return isReadable(start) ? 'text' : 'binary';
}

/** Text has no control characters but tab and line ends, and hardly a byte that no encoding explains. */
function isReadable(text: string): boolean {
	let odd = 0;
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		const isControl = code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d;
		if (isControl || code === 0xfffd) odd++;
	}
	return odd * 50 <= text.length;
}
