/** An object out of a parsed JSON text, of which nothing is known. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields, and neither a list nor null. */
export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of its own; what every object inherits is no field of the file. */
export function fieldOf(object: JsonObject, name: string): unknown {
	return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A field as text: numbers and texts as they are, '' for nothing, and for lists and objects what no reader takes. */
export function textOf(object: JsonObject, name: string, textLength: number): string {
	const value = fieldOf(object, name);
	if (value === undefined || value === null) return '';
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' ? value.slice(0, textLength).trim() : UNREADABLE;
}

const UNREADABLE = '?';
