import type { Hidden } from '#core/rank/ranking-options.ts';
import { MAX_HIDDEN, NOTHING_HIDDEN, type KeptHidden, type HiddenTitle } from './hidden-store.ts';
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
	#hidden = $state.raw<KeptHidden>(NOTHING_HIDDEN);
	#latest: HidingStep | null = null;
	/** Whether the device took the latest change: what it refused lives on this page alone. */
	#kept = true;

	constructor(options: HiddenChoicesOptions) {
		this.#options = options;
	}

	get current(): KeptHidden {
		return this.#hidden;
	}

	/** As a question to the ranking says it. */
	get asked(): Partial<Hidden> {
		return askedOf(this.#hidden);
	}

	get count(): number {
		const { titles, franchises, tags } = this.#hidden;
		return titles.length + franchises.length + tags.length;
	}

	/**
	 * Reads what the device keeps, at the start and when another tab has changed it.
	 *
	 * @returns whether that is something else than before
	 */
	load(): boolean {
		if (!this.#kept) return false;
		const kept = this.#options.store.load();
		if (JSON.stringify(kept) === JSON.stringify(this.#hidden)) return false;
		this.#hidden = kept;
		return true;
	}

	/** Another tab wrote something; `key` is null where it cleared everything. */
	follow(key: string | null): void {
		if ((key === null || key === this.#options.store.key) && this.load()) this.#options.onchange();
	}

	hide(step: HidingStep): void {
		const { say } = this.#options;
		// Another tab may have written since.
		this.load();
		const next = withStep(this.#hidden, step);
		if (next === null) {
			say('That is as much as can be hidden. Show something again first.', null);
			return;
		}
		this.#latest = step;
		this.#put(next);
		const until = this.#kept ? '' : ', until you leave this page';
		say(`${this.#told(step)}${until}`, () => this.show(step));
	}

	/** Takes one hiding back. */
	show(step: HidingStep): void {
		this.load();
		this.#put(withoutStep(this.#hidden, step));
	}

	/** Takes the latest hiding of this page back; false where there is none. */
	undo(): boolean {
		if (this.#latest === null) return false;
		this.show(this.#latest);
		this.#latest = null;
		return true;
	}

	clear(): void {
		const before = this.#hidden;
		this.#put(NOTHING_HIDDEN);
		this.#options.say('Nothing is hidden any more', () => this.#put(before));
	}

	#put(hidden: KeptHidden): void {
		this.#hidden = hidden;
		this.#kept = this.#options.store.save(hidden);
		this.#options.onchange();
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
export function askedOf({ titles, franchises, tags }: KeptHidden): Partial<Hidden> {
	const idOf = ({ malId }: HiddenTitle) => malId;
	return { titles: titles.map(idOf), franchises: franchises.map(idOf), tags };
}

/** Null where there is no room left. */
function withStep(hidden: KeptHidden, step: HidingStep): KeptHidden | null {
	const { titles, franchises, tags } = withoutStep(hidden, step);
	const next: KeptHidden =
		step.kind === 'tag'
			? { titles, franchises, tags: [...tags, step.tag] }
			: step.kind === 'title'
				? { titles: [...titles, step.title], franchises, tags }
				: { titles, franchises: [...franchises, step.title], tags };
	const fits =
		next.titles.length <= MAX_HIDDEN.titles &&
		next.franchises.length <= MAX_HIDDEN.franchises &&
		next.tags.length <= MAX_HIDDEN.tags;
	return fits ? next : null;
}

function withoutStep({ titles, franchises, tags }: KeptHidden, step: HidingStep): KeptHidden {
	if (step.kind === 'tag') {
		return { titles, franchises, tags: tags.filter((tag) => tag !== step.tag) };
	}
	const others = (known: readonly HiddenTitle[]) =>
		known.filter(({ malId }) => malId !== step.title.malId);
	return step.kind === 'title'
		? { titles: others(titles), franchises, tags }
		: { titles, franchises: others(franchises), tags };
}
