import sax from 'sax';
import type { ListFileLimits } from './limits.ts';
import { broken, stopped, type ReadingStopped } from './reading-stopped.ts';

/** What a document is made of; `depth` of the root element is 1. Text and CDATA arrive in pieces. */
export interface XmlEvents {
	open(name: string, depth: number): void;
	text(piece: string, depth: number): void;
	close(name: string, depth: number): void;
}

/** Takes an XML document in pieces of any size; tells its handlers of what it finds. */
export interface XmlReader {
	/** @throws ReadingStopped as soon as the document is not well-formed, passes a limit or tries a trick. */
	write(text: string): void;
	/** Says that there is no more. @throws ReadingStopped when the document is not complete. */
	end(): void;
	/** Line that was reached; the first is 1; null before anything was written. */
	line(): number | null;
}

/**
 * A streaming XML reader for files from strangers: strict, bounded in depth and size of everything it holds,
 * and without entities other than the five of XML. A document type is read past, and refused when it declares
 * entities or points elsewhere, even where they are not used.
 */
export function createXmlReader(
	events: XmlEvents,
	limits: Pick<ListFileLimits, 'depth' | 'attributesPerElement'>,
): XmlReader {
	const parser = sax.parser(true, { strictEntities: true });
	let depth = 0;
	let attributes = 0;
	let started = false;
	let rootSeen = false;

	// One by one and by name: `Object.assign` would turn the parser into a dictionary and halve its speed.
	parser.onopentagstart = () => {
		depth++;
		attributes = 0;
		rootSeen = true;
		if (depth > limits.depth) throw stopped('too-deep', { limit: limits.depth });
	};
	parser.onattribute = ({ name }) => {
		attributes++;
		if (attributes > limits.attributesPerElement) {
			throw stopped('hostile', { trick: 'oversized-markup' });
		}
		// The parser keeps attributes in a plain object and asks it `hasOwnProperty`: no list needs this name.
		if (name === 'hasOwnProperty') throw broken('xml');
	};
	parser.onopentag = ({ name }) => events.open(name, depth);
	parser.onclosetag = (name) => {
		events.close(name, depth);
		depth--;
	};
	parser.oncdata = (text) => events.text(text, depth);
	// oxlint-disable-next-line unicorn/prefer-add-event-listener -- sax has no events but these
	parser.ontext = parser.oncdata;
	parser.ondoctype = (doctype) => {
		const refusal = refuseDoctype(doctype);
		if (refusal !== null) throw refusal;
	};
	// Throwing from here ends the parsing at once; the parser by itself would carry on to the chunk's end.
	// oxlint-disable-next-line unicorn/prefer-add-event-listener -- sax has no events but these
	parser.onerror = (error) => {
		throw explain(error, parser.doctype);
	};

	return {
		write(text) {
			started = true;
			parser.write(text);
		},
		end() {
			// A prolog alone is fine with the parser.
			if (!rootSeen) throw broken('xml');
			parser.close();
		},
		line: () => (started ? parser.line + 1 : null),
	};
}

function refuseDoctype(doctype: string): ReadingStopped | null {
	if (/^\s*html\b/i.test(doctype)) return stopped('not-a-list', { content: 'web-page' });
	if (/\b(SYSTEM|PUBLIC)\b/.test(doctype)) return stopped('hostile', { trick: 'external-file' });
	if (doctype.includes('<!ENTITY')) return stopped('hostile', { trick: 'entities' });
	return null;
}

function explain(error: Error, doctype: string | boolean): ReadingStopped {
	// A document type that breaks off or grows too long may have shown its intent before.
	const refusal = typeof doctype === 'string' ? refuseDoctype(doctype) : null;
	if (refusal !== null) return refusal;
	// Text and CDATA are handed on in pieces; only names, comments and the like can outgrow the buffer of 64 KiB.
	if (error.message.startsWith('Max buffer length exceeded')) {
		return stopped('hostile', { trick: 'oversized-markup' }, error);
	}
	return broken('xml', error);
}
