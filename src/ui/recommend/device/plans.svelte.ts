import type { ListEntry } from '#core/profile/list-entry.ts';
import { KeptValue } from './kept-value.svelte.ts';
import { MAX_PLANS, type PlannedCard } from './plan-store.ts';
import type { StoredValue } from './stored-value.ts';

export interface PlansOptions {
	readonly store: StoredValue<readonly PlannedCard[]>;
	/** Tells the visitor what happened and, where it can be, how to take it back. */
	readonly say: (message: string, undo: (() => void) | null) => void;
	readonly nameOf: (title: PlannedCard) => string;
	/** There are other plans now. */
	readonly onchange: () => void;
}

/** What a visitor plans to watch; kept on this device, each step with a way back. */
export class Plans {
	readonly #options: PlansOptions;
	readonly #plans: KeptValue<readonly PlannedCard[]>;

	constructor(options: PlansOptions) {
		this.#options = options;
		this.#plans = new KeptValue<readonly PlannedCard[]>(options.store, [], options.onchange);
	}

	/** In the order of planning. */
	get all(): readonly PlannedCard[] {
		return this.#plans.value;
	}

	/** As a list has them. */
	get entries(): ListEntry[] {
		return this.all.map(({ malId }) => ({ malId, score: null, status: 'plan-to-watch' }));
	}

	has(malId: number): boolean {
		return this.all.some((plan) => plan.malId === malId);
	}

	/** @returns whether the device keeps something else than before */
	load(): boolean {
		return this.#plans.load();
	}

	/** Another tab wrote something; `key` is null where it cleared everything. */
	follow(key: string | null): void {
		this.#plans.follow(key);
	}

	/** Plans a title, or plans it no more. */
	toggle(title: PlannedCard): void {
		// Another tab may have written since.
		this.load();
		if (this.has(title.malId)) this.#remove(title);
		else this.#add(title);
	}

	clear(): void {
		this.load();
		const before = this.all;
		this.#plans.put([]);
		this.#options.say('Your plans are empty', () => this.#plans.put(before));
	}

	#add(title: PlannedCard): void {
		const { say, nameOf } = this.#options;
		if (this.all.length >= MAX_PLANS) {
			say('Your plans are full. Remove one first.', null);
			return;
		}
		this.#plans.put([...this.all, title]);
		const until = this.#plans.kept ? 'kept on this device' : 'until you leave this page';
		say(`${nameOf(title)} is on your plans, ${until}`, () => this.#remove(title));
	}

	#remove(title: PlannedCard): void {
		this.load();
		const before = this.all;
		this.#plans.put(before.filter(({ malId }) => malId !== title.malId));
		const back = () => this.#plans.put(before);
		this.#options.say(`${this.#options.nameOf(title)} is off your plans`, back);
	}
}
