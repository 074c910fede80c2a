export interface TextPart {
	readonly text: string;
	readonly marked: boolean;
}

/** Cuts a text at its marks: `marks` are ascending `[start, end)` and do not overlap. */
export function markedParts(
	text: string,
	marks: readonly (readonly [number, number])[],
): TextPart[] {
	const parts: TextPart[] = [];
	let at = 0;
	for (const [start, end] of marks) {
		if (start > at) parts.push({ text: text.slice(at, start), marked: false });
		parts.push({ text: text.slice(start, end), marked: true });
		at = end;
	}
	if (at < text.length) parts.push({ text: text.slice(at), marked: false });
	return parts;
}
