import { toJsonSchema, toJsonSchemaDefs, type JsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { describeSiteListFailure } from '#core/profile/site-list-failures.ts';
import { API_FAILURES } from '../failures.ts';
import { animeSchema } from './answer-schemas.ts';
import { errorSchema, LIST_FAILURES } from './error-schema.ts';
import type { Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { REQUEST_WORDS } from './request-words.ts';

/** A parameter of an address. */
export interface Parameter {
	readonly name: string;
	readonly in: 'path' | 'query';
	readonly required: boolean;
	readonly description?: string;
	readonly schema: JsonSchema;
	readonly style?: 'form';
	readonly explode?: boolean;
}

interface Content {
	readonly 'application/json': { readonly schema: JsonSchema; readonly example?: object };
}

/** What OpenAPI says of one call. */
export interface DocumentedOperation {
	readonly operationId: string;
	readonly summary: string;
	readonly description: string;
	readonly parameters: readonly Parameter[];
	readonly requestBody?: { readonly required: true; readonly content: Content };
	readonly responses: Readonly<
		Record<string, { readonly description: string; readonly content?: Content }>
	>;
	readonly 'x-codeSamples': readonly { readonly lang: 'Shell'; readonly source: string }[];
}

export interface OpenApiDocument {
	readonly openapi: '3.1.0';
	readonly info: { readonly title: string; readonly version: string; readonly description: string };
	readonly servers: readonly { readonly url: string }[];
	/** By address and method. */
	readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
	readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

const TARGET = 'draft-2020-12';
const ERROR = 'Error';

/**
 * The OpenAPI document of the API, made from the schemas that check requests and that the tests hold answers
 * against.
 *
 * @param origin where the site is: addresses of the document begin with it
 */
export function openApiDocument(origin: string): OpenApiDocument {
	return {
		openapi: '3.1.0',
		info: {
			title: 'Sprout',
			version: '1',
			description:
				'Which anime to watch next, and why. No key is needed; pages of any site may ask. Answers that are the same for everyone have an ETag, every answer says in RateLimit headers how often you may ask.',
		},
		servers: [{ url: origin }],
		paths: Object.fromEntries(
			Map.groupBy(OPERATIONS, ({ route }) => pathOf(route))
				.entries()
				.map(([path, calls]) => [
					path,
					Object.fromEntries(
						calls.map((call) => [call.method.toLowerCase(), documented(call, origin)]),
					),
				]),
		),
		components: { schemas: componentSchemas() },
	};
}

/**
 * Where the site is, as the framework tells: it takes `https` for granted where nobody said otherwise, which is
 * wrong on the machine of whoever tries it out.
 */
export function siteOrigin({ hostname, origin }: Pick<URL, 'hostname' | 'origin'>): string {
	const here = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
	return here ? origin.replace('https:', 'http:') : origin;
}

/** `/a/[b=c]` as OpenAPI writes it: `/a/{b}`. */
export function pathOf(route: string): string {
	return route.replaceAll(/\[(\w+)(?:=\w+)?\]/g, '{$1}');
}

function documented(call: Operation, origin: string): DocumentedOperation {
	const { body, example } = call;
	return {
		operationId: call.id,
		summary: call.summary,
		description: call.description,
		parameters: [
			...Object.entries(call.path ?? {}).map(([name, schema]) => pathParameter(name, schema)),
			...Object.entries(call.query?.entries ?? {}).map(([name, schema]) =>
				queryParameter(name, schema),
			),
		],
		...(body && {
			requestBody: { required: true, content: contentOf(body.name, example.body) },
		}),
		responses: {
			200: { description: 'The answer', content: contentOf(call.answer.name) },
			...(call.method === 'GET' && { 304: { description: 'What If-None-Match names is current' } }),
			...failuresOf(call),
		},
		'x-codeSamples': [{ lang: 'Shell', source: shellCommand(call, origin) }],
	};
}

function contentOf(name: string, example?: object): Content {
	const schema = { $ref: refTo(name) };
	return { 'application/json': { schema, ...(example && { example }) } };
}

function pathParameter(name: string, schema: v.GenericSchema): Parameter {
	return parameter(name, 'path', true, asJsonSchema(schema, 'input'));
}

/** Texts of addresses are turned into values: what comes out is what matters to whoever asks. */
function queryParameter(name: string, schema: v.GenericSchema): Parameter {
	const { success: optional, output } = v.safeParse(schema, undefined);
	const json = asJsonSchema(schema, 'output');
	// The default stands in the schema as a text, too.
	const typed = optional ? { ...json, default: output as JsonSchema['default'] } : json;
	const list = json.type === 'array' ? ({ style: 'form', explode: false } as const) : {};
	return { ...parameter(name, 'query', !optional, typed), ...list };
}

function parameter(
	name: string,
	place: Parameter['in'],
	required: boolean,
	{ description, ...schema }: JsonSchema,
): Parameter {
	return { name, in: place, required, ...(description && { description }), schema };
}

function asJsonSchema(schema: v.GenericSchema, typeMode: 'input' | 'output'): JsonSchema {
	const { $schema: _dialect, ...json } = toJsonSchema(schema, { target: TARGET, typeMode });
	return json;
}

/** Failures of a call by status, each with its codes. */
function failuresOf({ failures, readsList }: Operation): DocumentedOperation['responses'] {
	const own = [...failures, 'too-many-requests' as const, 'unexpected' as const].map((code) => ({
		code: code as string,
		status: API_FAILURES[code].status as number,
	}));
	const ofLists = LIST_FAILURES.map((reason) => ({ code: reason, status: listStatus(reason) }));
	const byStatus = Map.groupBy([...own, ...(readsList ? ofLists : [])], ({ status }) => status);
	return Object.fromEntries(
		Array.from(byStatus, ([status, codes]) => [
			status,
			{ description: codes.map(({ code }) => code).join(', '), content: contentOf(ERROR) },
		]),
	);
}

function listStatus(reason: (typeof LIST_FAILURES)[number]): number {
	const failure =
		reason === 'rate-limited'
			? ({ ok: false, reason, retryAfterS: 1 } as const)
			: ({ ok: false, reason } as const);
	return describeSiteListFailure(failure, 'mal').status;
}

function componentSchemas(): Record<string, JsonSchema> {
	const named = OPERATIONS.flatMap(({ body, answer }) => (body ? [body, answer] : [answer]));
	const definitions = Object.fromEntries(named.map(({ name, schema }) => [name, schema]));
	const schemas: Record<string, JsonSchema> = toJsonSchemaDefs(
		{ Anime: animeSchema, ...definitions, [ERROR]: errorSchema },
		{ target: TARGET, typeMode: 'input', overrideRef: ({ referenceId }) => refTo(referenceId) },
	);
	for (const { body } of OPERATIONS) {
		const schema = body && schemas[body.name];
		if (schema) schemas[body.name] = withWords(schema);
	}
	return schemas;
}

function refTo(name: string): string {
	return `#/components/schemas/${name}`;
}

/** Schemas of requests are shared with those who only check; their words stand in a table beside. */
function withWords(schema: JsonSchema): JsonSchema {
	const words: Readonly<Record<string, string>> = REQUEST_WORDS;
	const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => {
		const description = words[name];
		const described = typeof property === 'object' && description !== undefined;
		return [name, described ? { ...property, description } : property] as const;
	});
	return { ...schema, properties: Object.fromEntries(properties) };
}

function shellCommand({ example }: Operation, origin: string): string {
	const address = `'${origin}${example.path}'`;
	if (!example.body) return `curl -s ${address}`;
	return `curl -s ${address} -H 'content-type: application/json' \\\n  -d '${JSON.stringify(example.body)}'`;
}
