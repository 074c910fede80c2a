import type { JsonSchema } from '@valibot/to-json-schema';
import { describeType } from './describe-type.ts';
import type { DocumentedOperation, OpenApiDocument, Parameter } from './openapi.ts';

/** A parameter or a field of a body, in words. */
export interface GuideField {
	/** With dots into objects and `[]` into arrays. */
	readonly name: string;
	readonly type: string;
	/** '' where it must be given, or is always there. */
	readonly note: string;
	readonly description: string;
}

/** One call, in words. */
export interface GuideCall {
	readonly id: string;
	readonly method: string;
	readonly path: string;
	readonly summary: string;
	readonly description: string;
	readonly parameters: readonly GuideField[];
	readonly body: readonly GuideField[];
	readonly answer: readonly GuideField[];
	readonly example: string;
	readonly failures: readonly { readonly status: string; readonly codes: string }[];
}

/** An OpenAPI document in the order in which people read. */
export interface ApiGuide {
	readonly calls: readonly GuideCall[];
	/** What every title has that an answer mentions. */
	readonly anime: readonly GuideField[];
}

/** Fields of this schema are told once, not with every call. */
const SHARED = '#/components/schemas/Anime';

export function apiGuide({ paths, components }: OpenApiDocument): ApiGuide {
	const fields = (name: string) => fieldsOf(components.schemas[name] ?? {}, '');
	return {
		calls: Object.entries(paths).flatMap(([path, methods]) =>
			Object.entries(methods).map(([method, call]) => guideCall(method, path, call, fields)),
		),
		anime: fields('Anime'),
	};
}

function guideCall(
	method: string,
	path: string,
	call: DocumentedOperation,
	fields: (name: string) => readonly GuideField[],
): GuideCall {
	const failures = Object.entries(call.responses).filter(([status]) => Number(status) >= 400);
	return {
		id: call.operationId,
		method: method.toUpperCase(),
		path,
		summary: call.summary,
		description: call.description,
		parameters: call.parameters.map(parameterField),
		body: fields(nameIn(call.requestBody)),
		answer: fields(nameIn(call.responses['200'])),
		example: call['x-codeSamples'][0]?.source ?? '',
		failures: failures.map(([status, { description }]) => ({ status, codes: description })),
	};
}

/** Name of the schema of a body or an answer. */
function nameIn(holder: DocumentedOperation['responses'][string] | undefined | object): string {
	const content = holder && 'content' in holder ? holder.content : undefined;
	return content?.['application/json'].schema.$ref?.split('/').at(-1) ?? '';
}

function parameterField({ name, required, description = '', schema }: Parameter): GuideField {
	return { name, type: describeType(schema), note: noteOf(required, schema), description };
}

function noteOf(required: boolean, { default: fallback }: JsonSchema): string {
	if (required) return '';
	const plain = fallback === undefined || (typeof fallback === 'object' && fallback !== null);
	return plain ? 'optional' : `default ${String(fallback)}`;
}

/** Fields of an object and of what lies in it, one after the other. */
function fieldsOf(schema: JsonSchema, prefix: string): GuideField[] {
	return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
		if (typeof property === 'boolean') return [];
		const name = prefix + key;
		const required = schema.required?.includes(key) ?? false;
		const field: GuideField = {
			name,
			type: describeType(property),
			note: noteOf(required, property),
			description: property.description ?? '',
		};
		return [field, ...inside(property, name)];
	});
}

function inside(schema: JsonSchema, name: string): GuideField[] {
	const { items, additionalProperties: values, anyOf } = schema;
	if (isSchema(items)) return items.$ref === SHARED ? [] : inside(items, `${name}[]`);
	if (schema.properties) return fieldsOf(schema, `${name}.`);
	if (isSchema(values)) return inside(values, `${name}.*`);
	return eitherOf((anyOf ?? []).filter(isSchema).map((one) => inside(one, name)));
}

/** Fields of what may have several shapes: each is told once, and what some shapes lack is optional. */
function eitherOf(shapes: readonly (readonly GuideField[])[]): GuideField[] {
	const byName = Map.groupBy(shapes.flat(), ({ name }) => name);
	return [...byName.values()].flatMap((same) => {
		const [first] = same;
		if (first === undefined) return [];
		const type = [...new Set(same.map((field) => field.type))].join(' or ');
		return [{ ...first, type, note: same.length < shapes.length ? 'optional' : first.note }];
	});
}

function isSchema(value: unknown): value is JsonSchema {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
