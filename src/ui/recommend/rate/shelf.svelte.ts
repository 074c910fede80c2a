import type { ShelfGroup, ShelfTitle } from './shelf-title.ts';

/** Titles that are offered at a time. */
export const SHELF_SIZE = 10;

export interface ShelfOptions {
	readonly start: ShelfGroup;
	/** Fetches a group; throws where it cannot be had. */
	readonly load: (group: string) => Promise<ShelfGroup>;
	readonly isRated: (malId: number) => boolean;
}

/**
 * Ten well-known titles at a time. A rated title keeps its place until the next ten come, so that nothing
 * moves under the pointer; a title that was not seen makes room for the next one. What was passed
 * by is remembered as long as the page is open.
 */
export class Shelf {
	readonly #options: ShelfOptions;
	// At most the nine groups.
	readonly #groups = new Map<string, ShelfGroup>();
	readonly #passed = new Set<number>();
	#group = $state('');
	#shown = $state.raw<readonly ShelfTitle[]>([]);
	#status = $state<'ready' | 'loading' | 'failed'>('ready');

	constructor(options: ShelfOptions) {
		this.#options = options;
		this.#open(options.start);
	}

	get group(): string {
		return this.#group;
	}

	get shown(): readonly ShelfTitle[] {
		return this.#shown;
	}

	get status(): 'ready' | 'loading' | 'failed' {
		return this.#status;
	}

	/** Shows another group, fetching it where it is new. */
	async turnTo(group: string): Promise<void> {
		if (group === this.#group && this.#status === 'ready') return;
		this.#group = group;
		const known = this.#groups.get(group);
		if (known) {
			this.#open(known);
			return;
		}
		this.#status = 'loading';
		try {
			const loaded = await this.#options.load(group);
			this.#groups.set(group, loaded);
			if (this.#group === group) this.#open(loaded);
		} catch {
			// The reason does not matter here: the visitor can try again, pick another group or search.
			if (this.#group === group) this.#status = 'failed';
		}
	}

	/** Replaces a title that the visitor has not seen by the next one of the group. */
	passBy(malId: number): void {
		this.#passed.add(malId);
		const [next] = this.#waiting();
		this.#shown = this.#shown.flatMap((title) => {
			if (title.malId !== malId) return [title];
			return next ? [next] : [];
		});
	}

	/** The next ten of the group. */
	next(): void {
		for (const { malId } of this.#shown) this.#passed.add(malId);
		this.#shown = this.#waiting().slice(0, SHELF_SIZE);
	}

	/** Offers what was passed by once more. */
	startOver(): void {
		this.#passed.clear();
		this.#shown = this.#waiting().slice(0, SHELF_SIZE);
	}

	#open(group: ShelfGroup): void {
		this.#groups.set(group.group, group);
		this.#group = group.group;
		this.#status = 'ready';
		this.#shown = [];
		this.#shown = this.#waiting().slice(0, SHELF_SIZE);
	}

	/** Titles of the group that are neither shown nor passed by nor rated, in their order. */
	#waiting(): ShelfTitle[] {
		const shown = new Set(this.#shown.map(({ malId }) => malId));
		const titles = this.#groups.get(this.#group)?.titles ?? [];
		return titles.filter(
			({ malId }) => !shown.has(malId) && !this.#passed.has(malId) && !this.#options.isRated(malId),
		);
	}
}
