import type { EntryCollector } from './entry-collector.ts';
import type { ListFileLimits } from './limits.ts';
import type { ListReader } from './list-reader.ts';
import { createMalXmlEvents } from './mal-xml.ts';
import { createXmlReader } from './xml-reader.ts';

/** Reads MyAnimeList's XML, and what other services write in its likeness; scores are out of 10. */
export function createMalXmlReader(collector: EntryCollector, limits: ListFileLimits): ListReader {
	const events = createMalXmlEvents(
		(entry, title) => collector.add(entry, title),
		limits.textLength,
	);
	const xml = createXmlReader(events, limits);
	return {
		write: (text) => xml.write(text),
		end() {
			xml.end();
			return { format: 'mal-xml', scale: { outOf: 10, basis: 'format' } };
		},
		line: () => xml.line(),
	};
}
