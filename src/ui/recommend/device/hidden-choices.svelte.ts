import type { Hidden } from '#core/rank/ranking-options.ts';
import { MAX_HIDDEN, NOTHING_HIDDEN, type KeptHidden, type HiddenTitle } from './hidden-store.ts';
import { KeptValue } from './kept-value.svelte.ts';
import type { StoredValue } from './stored-value.ts';

/** One thing to hide: a title, all of its franchise, or everything with a tag. */
export type HidingStep =
	| { readonly kind: 'title'; readonly title: HiddenTitle }
	| { readonly kind: 'franchise'; readonly title: HiddenTitle }
	| { readonly kind: 'tag'; readonly tag: string };

export interface HiddenChoicesOptions {
	readonly store: StoredValue<KeptHidden>;
	/** Tells the visitor what happened and, where it can be, how to take it back. */
	readonly say: (message: string, undo: (() => void) | null) => void;
	readonly nameOf: (title: HiddenTitle) => string;
	/** Something else is hidden now: the list is to be asked for anew. */
	readonly onchange: () => void;
}

/** What a visitor said "not interested" to; kept on this device, each step with a way back. */
export class HiddenChoices {
	readonly #options: HiddenChoicesOptions;
	readonly #hidden: KeptValue<KeptHidden>;
	#latest: HidingStep | null = null;

	constructor(options: HiddenChoicesOptions) {
		this.#options = options;
		this.#hidden = new KeptValue(options.store, NOTHING_HIDDEN, options.onchange);
	}

	get current(): KeptHidden {
		return this.#hidden.value;
	}

	/** As a question to the ranking says it. */
	get asked(): Partial<Hidden> {
		return askedOf(this.current);
	}

	get count(): number {
		const { titles, franchises, tags } = this.current;
		return titles.length + franchises.length + tags.length;
	}

	/**
	 * Reads what the device keeps, at the start and when another tab has changed it.
	 *
	 * @returns whether that is something else than before
	 */
	load(): boolean {
		return this.#hidden.load();
	}

	/** Another tab wrote something; `key` is null where it cleared everything. */
	follow(key: string | null): void {
		this.#hidden.follow(key);
	}

	hide(step: HidingStep): void {
		const { say } = this.#options;
		// Another tab may have written since.
		this.load();
		const next = withStep(this.current, step);
		if (next === null) {
			say('That is as much as can be hidden. Show something again first.', null);
			return;
		}
		this.#latest = step;
		this.#hidden.put(next);
		const until = this.#hidden.kept ? '' : ', until you leave this page';
		say(`${this.#told(step)}${until}`, () => this.show(step));
	}

	/** Takes one hiding back. */
	show(step: HidingStep): void {
		this.load();
		this.#hidden.put(withoutStep(this.current, step));
	}

	/** Lets the franchise of a dropped title appear again. */
	letBack(title: HiddenTitle): void {
		this.load();
		const { say, nameOf } = this.#options;
		const others = this.current.restored.filter(({ malId }) => malId !== title.malId);
		if (others.length >= MAX_HIDDEN.restored) {
			say('That is as much as can be let back. Keep something away again first.', null);
			return;
		}
		this.#hidden.put({ ...this.current, restored: [...others, title] });
		say(`${nameOf(title)} and its franchise may appear again`, () => this.keepAway(title));
	}

	/** The list's own rule holds again for the franchise of a dropped title. */
	keepAway(title: HiddenTitle): void {
		this.load();
		const restored = this.current.restored.filter(({ malId }) => malId !== title.malId);
		this.#hidden.put({ ...this.current, restored });
	}

	/** Takes the latest hiding of this page back; false where there is none. */
	undo(): boolean {
		if (this.#latest === null) return false;
		this.show(this.#latest);
		this.#latest = null;
		return true;
	}

	clear(): void {
		const before = this.current;
		this.#hidden.put({ ...NOTHING_HIDDEN, restored: before.restored });
		this.#options.say('Nothing is hidden any more', () => this.#hidden.put(before));
	}

	#told(step: HidingStep): string {
		if (step.kind === 'tag') return `Everything with ${step.tag} is hidden`;
		const name = this.#options.nameOf(step.title);
		return step.kind === 'title'
			? `${name} is hidden`
			: `${name} and all of its franchise are hidden`;
	}
}

/** What a device hides, as a question to the ranking says it. */
export function askedOf({ titles, franchises, tags, restored }: KeptHidden): Partial<Hidden> {
	const idOf = ({ malId }: HiddenTitle) => malId;
	return {
		titles: titles.map(idOf),
		franchises: franchises.map(idOf),
		tags,
		...(restored.length > 0 && { restored: restored.map(idOf) }),
	};
}

/** Null where there is no room left. */
function withStep(hidden: KeptHidden, step: HidingStep): KeptHidden | null {
	const others = withoutStep(hidden, step);
	const next: KeptHidden =
		step.kind === 'tag'
			? { ...others, tags: [...others.tags, step.tag] }
			: step.kind === 'title'
				? { ...others, titles: [...others.titles, step.title] }
				: { ...others, franchises: [...others.franchises, step.title] };
	const fits =
		next.titles.length <= MAX_HIDDEN.titles &&
		next.franchises.length <= MAX_HIDDEN.franchises &&
		next.tags.length <= MAX_HIDDEN.tags;
	return fits ? next : null;
}

function withoutStep(hidden: KeptHidden, step: HidingStep): KeptHidden {
	if (step.kind === 'tag') {
		return { ...hidden, tags: hidden.tags.filter((tag) => tag !== step.tag) };
	}
	const others = (known: readonly HiddenTitle[]) =>
		known.filter(({ malId }) => malId !== step.title.malId);
	return step.kind === 'title'
		? { ...hidden, titles: others(hidden.titles) }
		: { ...hidden, franchises: others(hidden.franchises) };
}
