/** Longer than any name that the sites allow, with room for writing systems that take several units a letter. */
const LONGEST = 64;

/**
 * A user's name as it was meant: without spaces around it, with composed letters. Null for what can't be a name:
 * nothing, far too long, or with characters that don't show.
 */
export function readListName(typed: string): string | null {
	if (typed.length > LONGEST * 4) return null;
	const name = typed.normalize('NFC').trim();
	if (name === '' || name.length > LONGEST) return null;
	// Control characters, halves of characters, and breaks of lines.
	return /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(name) ? null : name;
}
