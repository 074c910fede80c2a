import type { Bytes } from './byte-chunks.ts';
import { stopped } from './reading-stopped.ts';

const DECLARATION_BYTES = 200;
const DECLARED_ENCODING = /^<\?xml[^>]{0,150}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/;

/**
 * Encoding of a text by its first bytes (XML 1.0, appendix F; JSON and tables begin in ASCII as well): byte
 * order mark, then the pattern of zero bytes, then XML's declaration, then UTF-8. A label that `TextDecoder`
 * understands or may not know.
 */
export function detectEncoding(head: Bytes): string {
	const [first = 0, second = 0, third = 0, fourth = 0] = head;
	if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	if (isAscii(first) && second === 0 && isAscii(third) && fourth === 0) return 'utf-16le';
	if (first === 0 && isAscii(second) && third === 0 && isAscii(fourth)) return 'utf-16be';
	const start = new TextDecoder('windows-1252').decode(head.subarray(0, DECLARATION_BYTES));
	const declared = DECLARED_ENCODING.exec(start)?.[1]?.toLowerCase() ?? 'utf-8';
	// A declaration that could be read as ASCII is no 16 or 32 bit text, whatever it claims:
	// programs that write into a string of their own and save it as UTF-8 produce such files.
	return /^(utf-?(16|32)|ucs-?[24])/.test(declared) ? 'utf-8' : declared;
}

function isAscii(byte: number): boolean {
	return byte !== 0 && byte < 0x80;
}

/**
 * A decoder for the bytes that start with `head`. Bytes that are wrong in the encoding become U+FFFD: ids, scores
 * and statuses are ASCII, so that one spoiled title must not cost the visitor the list.
 *
 * @throws ReadingStopped `unknown-encoding`.
 */
export function createDecoder(head: Bytes): TextDecoder {
	const encoding = detectEncoding(head);
	try {
		return new TextDecoder(encoding);
	} catch (cause) {
		throw stopped('unknown-encoding', { encoding }, cause);
	}
}
