import type { ListFileLimits } from './limits.ts';
import { stopped } from './reading-stopped.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;

/**
 * Looks through JSON text on its way to the parser, which by itself has no bounds: nesting overflows its
 * stack, and millions of tiny values cost far more memory than text. What is not well-formed is its business.
 *
 * @returns takes the text in pieces of any size; throws ReadingStopped `too-large`, `too-deep` or `hostile`
 */
export function createJsonGuard(
	limits: Pick<ListFileLimits, 'jsonLength' | 'jsonValues' | 'depth'>,
): (text: string) => void {
	let length = 0;
	let depth = 0;
	let values = 0;
	let inString = false;
	let escaped = false;

	function outside(code: number): void {
		if (code === QUOTE) inString = true;
		else if (code === COMMA) values++;
		else if (isOpening(code)) {
			values++;
			depth++;
			if (depth > limits.depth) throw stopped('too-deep', { limit: limits.depth });
		} else if (isClosing(code)) depth--;
		else return;
		if (values > limits.jsonValues) throw stopped('hostile', { trick: 'endless-parts' });
	}

	return (text) => {
		length += text.length;
		if (length > limits.jsonLength) {
			throw stopped('too-large', { limitBytes: limits.jsonLength, unpacked: true });
		}
		for (let i = 0; i < text.length; i++) {
			const code = text.charCodeAt(i);
			if (!inString) outside(code);
			else if (escaped) escaped = false;
			else if (code === BACKSLASH) escaped = true;
			else if (code === QUOTE) inString = false;
		}
	};
}

/** `{` or `[` */
function isOpening(code: number): boolean {
	return code === 0x7b || code === 0x5b;
}

/** `}` or `]` */
function isClosing(code: number): boolean {
	return code === 0x7d || code === 0x5d;
}
