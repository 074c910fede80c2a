import { QueryError } from './query-error.ts';

/** The words and signs of a query, read one after another. */
export interface Tokens {
	/** Position, for {@link Tokens.goTo}. */
	at(): number;
	goTo(position: number): void;
	done(): boolean;
	/** The next one, which stays; empty at the end. */
	peek(): string;
	/** @throws QueryError at the end */
	next(): string;
	/** Steps over the next one if it is this. */
	take(token: string): boolean;
	/** @throws QueryError where something else is next */
	expect(token: string): void;
	/** @throws QueryError where no name is next */
	name(): string;
}

const TOKEN = /\.\.\.|\$?[A-Za-z_]\w*|-?\d+(?:\.\d+)?|"(?:[^"\\\n]|\\.)*"|[{}()[\]:!=]/y;
const BETWEEN = /(?:[\s,\uFEFF]|#[^\n]*)*/y;

/** @throws QueryError where a sign belongs to no query */
export function readTokens(text: string): Tokens {
	const tokens = split(text);
	let at = 0;
	const unexpected = (wanted: string) =>
		new QueryError(`Syntax Error: expected ${wanted}, found ${tokens[at] ?? '<EOF>'}.`);
	const take = (token: string) => {
		if (tokens[at] !== token) return false;
		at++;
		return true;
	};
	const next = () => {
		const token = tokens[at];
		if (token === undefined) throw unexpected('more');
		at++;
		return token;
	};
	return {
		at: () => at,
		goTo: (position) => (at = position),
		done: () => at >= tokens.length,
		peek: () => tokens[at] ?? '',
		next,
		take,
		expect(token) {
			if (!take(token)) throw unexpected(token);
		},
		name() {
			if (!/^[A-Za-z_]/.test(tokens[at] ?? '')) throw unexpected('a name');
			return next();
		},
	};
}

function split(text: string): string[] {
	const tokens: string[] = [];
	let at = 0;
	const read = (pattern: RegExp) => {
		pattern.lastIndex = at;
		const found = pattern.exec(text)?.[0] ?? '';
		at += found.length;
		return found;
	};
	for (read(BETWEEN); at < text.length; read(BETWEEN)) {
		const token = read(TOKEN);
		if (!token) throw new QueryError(`Syntax Error: cannot parse the character ${text[at]}.`);
		tokens.push(token);
	}
	return tokens;
}
