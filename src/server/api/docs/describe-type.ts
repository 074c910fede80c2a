import type { JsonSchema } from '@valibot/to-json-schema';

/** A JSON Schema in a few words: `integer 1–50`, `text or null`, `list of at most 50 × integer`. */
export function describeType(schema: JsonSchema): string {
	const { anyOf, $ref, type } = schema;
	if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
	if ($ref !== undefined) return $ref.split('/').at(-1) ?? '';
	if (anyOf)
		return anyOf.map((one) => (typeof one === 'object' ? describeType(one) : '')).join(' or ');
	if (type === 'array') return describeList(schema);
	if (type === 'string') return 'text';
	if (type === 'integer' || type === 'number') return `${type}${describeRange(schema)}`;
	return String(type ?? 'anything');
}

function describeList({ items, maxItems }: JsonSchema): string {
	const one = typeof items === 'object' && !Array.isArray(items) ? describeType(items) : 'anything';
	return maxItems === undefined ? `list of ${one}` : `list of at most ${maxItems} × ${one}`;
}

/** Largest number that is told; above it a bound only keeps nonsense out. */
const TELLING = 1_000_000;

function describeRange({ minimum, maximum }: JsonSchema): string {
	return minimum === undefined || maximum === undefined || maximum > TELLING
		? ''
		: ` ${minimum}–${maximum}`;
}
