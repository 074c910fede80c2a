import { QueryError } from './query-error.ts';
import { readTokens, type Tokens } from './tokens.ts';

export type Argument = null | boolean | number | string | readonly Argument[];

/** One field of a query, with its fragments put in and its variables filled in. */
export interface Field {
	readonly name: string;
	/** Under which name the answer has it. */
	readonly alias: string;
	readonly args: Readonly<Record<string, Argument>>;
	readonly fields: readonly Field[];
}

interface Context {
	readonly tokens: Tokens;
	readonly variables: Record<string, Argument>;
	/** Bodies of named fragments by where they begin. */
	readonly fragments: ReadonlyMap<string, number>;
}

/**
 * Parses the one query of a document: what clients of AniList send, without directives and object values.
 *
 * @throws QueryError for anything else
 */
export function parseQuery(
	text: string,
	given: Readonly<Record<string, Argument>>,
): readonly Field[] {
	const tokens = readTokens(text);
	const context: Context = { tokens, variables: {}, fragments: findFragments(tokens) };
	if (tokens.take('query')) {
		if (/^\w+$/.test(tokens.peek())) tokens.next();
		if (tokens.take('(')) declareVariables(context, given);
	}
	return selectionSet(context);
}

function findFragments(tokens: Tokens): Map<string, number> {
	const fragments = new Map<string, number>();
	const start = tokens.at();
	while (!tokens.done()) {
		if (tokens.next() !== 'fragment') continue;
		const name = tokens.next();
		tokens.expect('on');
		tokens.next();
		fragments.set(name, tokens.at());
	}
	tokens.goTo(start);
	return fragments;
}

function declareVariables(context: Context, given: Readonly<Record<string, Argument>>): void {
	const { tokens, variables } = context;
	while (!tokens.take(')')) {
		const name = tokens.next().slice(1);
		tokens.expect(':');
		const required = skipType(tokens);
		const otherwise = tokens.take('=') ? value(context) : null;
		const own = given[name] ?? otherwise;
		if (required && own === null)
			throw new QueryError(`Variable "$${name}" of a required type was not provided.`);
		variables[name] = own;
	}
}

/** Passes over `[Int!]!`; whether the whole of it is required. */
function skipType(tokens: Tokens): boolean {
	if (tokens.take('[')) {
		skipType(tokens);
		tokens.expect(']');
	} else tokens.next();
	return tokens.take('!');
}

function selectionSet(context: Context): Field[] {
	const { tokens } = context;
	tokens.expect('{');
	const fields: Field[] = [];
	while (!tokens.take('}')) {
		if (tokens.take('...')) fields.push(...fragment(context));
		else fields.push(field(context));
	}
	if (fields.length === 0) throw new QueryError('Syntax Error: expected a name, found }.');
	return fields;
}

function fragment(context: Context): readonly Field[] {
	const { tokens, fragments } = context;
	if (tokens.take('on')) {
		tokens.next();
		return selectionSet(context);
	}
	const name = tokens.next();
	const body = fragments.get(name);
	if (body === undefined) throw new QueryError(`Unknown fragment "${name}".`);
	const back = tokens.at();
	tokens.goTo(body);
	const fields = selectionSet(context);
	tokens.goTo(back);
	return fields;
}

function field(context: Context): Field {
	const { tokens } = context;
	const alias = tokens.name();
	const name = tokens.take(':') ? tokens.name() : alias;
	const args: Record<string, Argument> = {};
	if (tokens.take('(')) {
		while (!tokens.take(')')) {
			const argument = tokens.name();
			tokens.expect(':');
			args[argument] = value(context);
		}
	}
	const fields = tokens.peek() === '{' ? selectionSet(context) : [];
	return { name, alias, args, fields };
}

function value(context: Context): Argument {
	const { tokens, variables } = context;
	const token = tokens.next();
	if (token === '[') {
		const items: Argument[] = [];
		while (!tokens.take(']')) items.push(value(context));
		return items;
	}
	if (token.startsWith('$')) {
		const own = variables[token.slice(1)];
		if (own === undefined) throw new QueryError(`Variable "${token}" is not defined.`);
		return own;
	}
	if (token.startsWith('"')) return String(JSON.parse(token));
	if (/^-?\d/.test(token)) return Number(token);
	if (token === 'true' || token === 'false') return token === 'true';
	// Whatever else is a name stands for a value of an enumeration.
	return token === 'null' ? null : token;
}
