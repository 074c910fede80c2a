/** Some screens; what is longer is cut at a word. */
const MOST_CHARACTERS = 2_000;
/** As much is read: markup takes less than half, and patterns take time where it never ends. */
const MOST_READ = 4 * MOST_CHARACTERS;

/** The names that descriptions use; others stay as they stand. */
const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	ndash: '–',
	mdash: '—',
	hellip: '…',
	lsquo: '‘',
	rsquo: '’',
	ldquo: '“',
	rdquo: '”',
	eacute: 'é',
	times: '×',
};

/**
 * Plain text of a description as AniList keeps it, half HTML and half markup of its own; paragraphs are apart by a
 * blank line. Spoilers and notes about the source of the text are left out. Null where nothing remains.
 */
export function plainDescription(description: string | null): string | null {
	if (description === null) return null;
	const marked = description
		.slice(0, MOST_READ)
		.replace(/\r\n?/g, '\n')
		// Editors break the line behind a tag that breaks it already.
		.replace(/<br\s*\/?>[ \t]*\n?/gi, '\n')
		.replace(/<\/?p>/gi, '\n\n')
		// What is left of a tag without an end is text, such as a heart.
		.replace(/<\/?[a-z][^<>\n]{0,300}>/gi, '')
		.replace(/~!.*?(?:!~|$)/gs, '')
		.replace(/(\*\*|__)(?=\S)(.+?)\1/g, '$2');
	const text = withoutSourceNotes(decodeEntities(marked));
	const paragraphs = text
		.split(/\n[^\S\n]*\n\s*/)
		.map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
		.filter((paragraph) => paragraph !== '');
	return paragraphs.length === 0 ? null : cut(paragraphs.join('\n\n'));
}

function decodeEntities(text: string): string {
	return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, ...groups) => {
		const [decimal, hex, name] = groups as [string?, string?, string?];
		if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
		const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
		const shown = code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
		return shown ? String.fromCodePoint(code) : '';
	});
}

/** `(Source: …)` and `[Written by …]`, also with brackets within; and lines that say no more than that. */
function withoutSourceNotes(text: string): string {
	return text
		.replace(/[([]\s*(?:source|written by)\b(?:[^()[\]\n]|\([^()\n]*\)){0,200}[)\]]/gi, '')
		.replace(/^\s*source:.{0,100}$/gim, '');
}

function cut(text: string): string {
	if (text.length <= MOST_CHARACTERS) return text;
	const head = text.slice(0, MOST_CHARACTERS);
	const lastSpace = head.search(/\s\S*$/);
	return `${(lastSpace > 0 ? head.slice(0, lastSpace) : head).trimEnd()}…`;
}
