import * as v from 'valibot';

/** The part of the browser's storage that is used; a function because merely touching it may throw. */
export type OwnStorage = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** One value that the browser keeps, whatever else lies there. */
export interface StoredValue<T> {
	/** Key in the storage; its events name it. */
	readonly key: string;
	/** The value of the beginning where nothing is kept, or nothing that this version can read. */
	load(): T;
	/** @returns false when the device refuses to keep it (storage full or switched off) */
	save(value: T): boolean;
}

export interface StoredValueOptions<Schema extends v.GenericSchema> {
	readonly storage: OwnStorage;
	readonly key: string;
	/** What may lie there; it is checked at every reading. */
	readonly schema: Schema;
	readonly initial: v.InferOutput<Schema>;
}

/** A value in the storage as JSON. */
export function createStoredValue<Schema extends v.GenericSchema>({
	storage,
	key,
	schema,
	initial,
}: StoredValueOptions<Schema>): StoredValue<v.InferOutput<Schema>> {
	return {
		key,
		load() {
			const text = attempt(() => storage().getItem(key), null);
			if (text === null) return initial;
			const json = attempt<unknown>(() => JSON.parse(text), null);
			const parsed = v.safeParse(schema, json);
			return parsed.success ? parsed.output : initial;
		},
		save: (value) =>
			attempt(() => {
				storage().setItem(key, JSON.stringify(value));
				return true;
			}, false),
	};
}

/** Browsers throw where storage is full, blocked or private; for a visitor that all means "not kept". */
function attempt<T>(act: () => T, otherwise: T): T {
	try {
		return act();
	} catch {
		return otherwise;
	}
}
