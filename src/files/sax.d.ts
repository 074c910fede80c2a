/** The part of `sax` that Sprout uses; the package brings no types of its own. */
declare module 'sax' {
	interface Parser {
		/** Line that is being read; the first is 0. */
		readonly line: number;
		/** Text of the document type while it is being read, `true` once it is complete, '' before. */
		readonly doctype: string | boolean;
		/** Calls the handlers while it runs, and throws what they throw. */
		write(text: string): Parser;
		close(): Parser;
		onerror: (error: Error) => void;
		ondoctype: (doctype: string) => void;
		onopentagstart: (tag: { readonly name: string }) => void;
		onattribute: (attribute: { readonly name: string; readonly value: string }) => void;
		onopentag: (tag: { readonly name: string }) => void;
		onclosetag: (name: string) => void;
		ontext: (text: string) => void;
		oncdata: (text: string) => void;
	}

	interface ParserOptions {
		/** Know the five entities of XML only, not those of HTML. */
		readonly strictEntities?: boolean;
	}

	const sax: { parser(strict: boolean, options?: ParserOptions): Parser };
	export default sax;
}
