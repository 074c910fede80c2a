/** A catalogue file does not have the structure that it should; the message says where. */
export class CatalogueFormatError extends Error {}

type Fields = Readonly<Record<string, unknown>>;

/** Reads checked columns out of parsed JSON, of which nothing is known beforehand. */
export interface ColumnReader {
	/** Whole numbers from 0 (or `least`) to `most`, `length` of them where it is given. */
	numbers(name: string, range?: NumberRange): readonly number[];
	/** Texts, `length` of them where it is given. */
	texts(name: string, length?: number): readonly string[];
	/** Texts or `null`, exactly `length`. */
	nullableTexts(name: string, length: number): readonly (string | null)[];
	/** The object under `name`. */
	group(name: string): ColumnReader;
	/** Throws a {@link CatalogueFormatError} about the column `name`. */
	fail(name: string, complaint: string): never;
}

interface NumberRange {
	readonly length?: number;
	readonly least?: number;
	readonly most?: number;
}

/**
 * A reader over one JSON object; `path` begins its error messages.
 *
 * @throws CatalogueFormatError when `value` is not an object
 */
export function readColumns(value: unknown, path: string): ColumnReader {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new CatalogueFormatError(`${path}: an object was expected.`);
	}
	// Any object has string keys; what lies under them is checked before use.
	const fields = value as Fields;
	const fail = (name: string, complaint: string): never => {
		throw new CatalogueFormatError(`${path}.${name}: ${complaint}.`);
	};
	const list = (name: string, length: number | undefined): readonly unknown[] => {
		const found = fields[name];
		if (!Array.isArray(found)) return fail(name, 'a list was expected');
		if (length !== undefined && found.length !== length) {
			fail(name, `${found.length} values instead of ${length}`);
		}
		return found;
	};
	const every = (name: string, values: readonly unknown[], test: (value: unknown) => boolean) => {
		const wrong = values.findIndex((item) => !test(item));
		if (wrong !== -1) fail(name, `row ${wrong} holds ${JSON.stringify(values[wrong])}`);
	};
	return {
		fail,
		numbers(name, { length, least = 0, most = Number.MAX_SAFE_INTEGER } = {}) {
			const values = list(name, length);
			every(name, values, (item) => Number.isInteger(item) && isBetween(item, least, most));
			return values as readonly number[]; // every value was checked
		},
		texts(name, length) {
			const values = list(name, length);
			every(name, values, (item) => typeof item === 'string');
			return values as readonly string[]; // every value was checked
		},
		nullableTexts(name, length) {
			const values = list(name, length);
			every(name, values, (item) => item === null || typeof item === 'string');
			return values as readonly (string | null)[]; // every value was checked
		},
		group: (name) => readColumns(fields[name], `${path}.${name}`),
	};
}

function isBetween(value: unknown, least: number, most: number): boolean {
	return typeof value === 'number' && value >= least && value <= most;
}

/** Checks `format` and `kind` at the head of a file. @throws CatalogueFormatError */
export function checkHead(value: unknown, kind: string, format: number): void {
	const head = (typeof value === 'object' && value !== null ? value : {}) as Fields; // any object
	if (head['kind'] !== kind) {
		throw new CatalogueFormatError(`This is not a ${kind} file of a Sprout catalogue.`);
	}
	if (head['format'] !== format) {
		throw new CatalogueFormatError(
			`The ${kind} file has format ${JSON.stringify(head['format'])}; this version reads ${format}. Make the bundle again.`,
		);
	}
}
