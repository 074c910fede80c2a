import type { StoredValue } from './stored-value.ts';

/** A value that this device keeps, as a page works with it: it follows other tabs, and lives on where nothing is kept. */
export class KeptValue<T> {
	readonly #store: StoredValue<T>;
	readonly #onchange: () => void;
	#value: T;
	/** Whether the device took the latest change: what it refused lives on this page alone. */
	#kept = true;

	/**
	 * @param initial until the device is asked, which a server can't
	 * @param onchange it is another value now
	 */
	constructor(store: StoredValue<T>, initial: T, onchange: () => void) {
		this.#store = store;
		this.#onchange = onchange;
		this.#value = $state.raw(initial);
	}

	get value(): T {
		return this.#value;
	}

	get kept(): boolean {
		return this.#kept;
	}

	/**
	 * Reads what the device keeps, at the start and when another tab has changed it.
	 *
	 * @returns whether that is something else than before
	 */
	load(): boolean {
		if (!this.#kept) return false;
		const kept = this.#store.load();
		if (JSON.stringify(kept) === JSON.stringify(this.#value)) return false;
		this.#value = kept;
		return true;
	}

	/** Another tab wrote something; `key` is null where it cleared everything. */
	follow(key: string | null): void {
		if ((key === null || key === this.#store.key) && this.load()) this.#onchange();
	}

	put(value: T): void {
		this.#value = value;
		this.#kept = this.#store.save(value);
		this.#onchange();
	}
}
