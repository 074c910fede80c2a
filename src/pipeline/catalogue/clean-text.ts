const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
};

function decodeEntity(entity: string, name: string): string {
	if (!name.startsWith('#')) return ENTITIES[name] ?? entity;
	const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
	return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : entity;
}

/**
 * A name as it should be shown: HTML entities decoded, invisible characters gone, one kind and one
 * width of space within, none at the ends. Full-width spaces are how Japanese titles are set: they stay.
 */
export function cleanText(text: string): string {
	return text
		.replace(/&(#x?[\da-f]+|[a-z]+);/gi, decodeEntity)
		.normalize('NFC')
		.replace(/[\u200B\u2060\uFEFF]/g, '')
		.replace(/[\s\u0085]+/g, (space) => (/^\u3000+$/.test(space) ? '\u3000' : ' '))
		.replace(/\p{Cc}/gu, '')
		.trim();
}

/** `null` for texts that say nothing. */
export function cleanName(text: string | undefined): string | null {
	return cleanText(text ?? '') || null;
}

/** Cleaned, without empty ones and without those that differ only in case from an earlier one or from `taken`. */
export function cleanNames(
	names: readonly string[] | undefined,
	taken: readonly (string | null)[] = [],
): string[] {
	const seen = new Set(taken.map((name) => name?.toLowerCase()));
	return (names ?? []).map(cleanText).filter((name) => {
		const key = name.toLowerCase();
		return key !== '' && !seen.has(key) && seen.add(key);
	});
}
