import type { Argument, Field } from './parse-query.ts';
import { QueryError } from './query-error.ts';

type Args = Readonly<Record<string, Argument>>;

/** An object of the schema: its fields by name, each with its value or what makes it of arguments. */
export interface SchemaObject {
	readonly type: string;
	readonly fields: Readonly<Record<string, SchemaValue | SchemaFunction>>;
}

export type SchemaValue = null | boolean | number | string | SchemaObject | readonly SchemaValue[];

/** A field with arguments. */
export interface SchemaFunction {
	/** Names of its arguments; others are refused. */
	readonly args: readonly string[];
	readonly resolve: (args: Args) => SchemaValue;
}

/**
 * What a query asks of an object, and nothing else.
 *
 * @throws QueryError for fields and arguments that the schema does not have
 */
export function select(source: SchemaObject, fields: readonly Field[]): Record<string, unknown> {
	if (fields.length === 0)
		throw new QueryError(`A field of type "${source.type}" must have a selection of subfields.`);
	const answer: Record<string, unknown> = {};
	for (const field of fields) {
		if (field.name === '__typename') {
			answer[field.alias] = source.type;
			continue;
		}
		const own = Object.hasOwn(source.fields, field.name) ? source.fields[field.name] : undefined;
		if (own === undefined)
			throw new QueryError(`Cannot query field "${field.name}" on type "${source.type}".`);
		answer[field.alias] = shape(resolve(own, field), field);
	}
	return answer;
}

function resolve(own: SchemaValue | SchemaFunction, { name, args }: Field): SchemaValue {
	const known = isFunction(own) ? own.args : [];
	const strange = Object.keys(args).find((argument) => !known.includes(argument));
	if (strange) throw new QueryError(`Unknown argument "${strange}" on field "${name}".`);
	return isFunction(own) ? own.resolve(args) : own;
}

function shape(value: SchemaValue, field: Field): unknown {
	if (isList(value)) return value.map((item) => shape(item, field));
	if (value !== null && typeof value === 'object') return select(value, field.fields);
	if (value !== null && field.fields.length > 0)
		throw new QueryError(`Field "${field.name}" must not have a selection: it has no subfields.`);
	return value;
}

// `Array.isArray` does not tell read-only arrays apart.
const isList = (value: SchemaValue): value is readonly SchemaValue[] => Array.isArray(value);

function isFunction(value: SchemaValue | SchemaFunction): value is SchemaFunction {
	return value !== null && typeof value === 'object' && 'resolve' in value;
}
