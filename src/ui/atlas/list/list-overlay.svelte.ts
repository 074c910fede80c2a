import type { Overlay } from '#atlas/overlay.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';
import type { OpenAtlas } from '../data/atlas-files.ts';
import type { ListAsker } from './list-asker.ts';
import { expectedScores, MARKS, overlayOf, ownScores, type MarkKind } from './overlay-of.ts';

/** A list that is drawn on the map. */
export interface AtlasList {
	/** What the page calls it: a user's name, say. */
	readonly name: string;
	readonly entries: readonly ListEntry[];
}

/** Somebody's list on the map: what is on it, what it lets expect, and which of that is drawn. */
export class ListOverlay {
	readonly #atlas: OpenAtlas;
	readonly #asker: ListAsker;
	readonly #list: AtlasList;
	#latest = 0;
	#ranked = $state.raw<readonly number[]>([]);
	#expected = $state.raw<Float32Array | null>(null);
	#step = $state<'asking' | 'done' | 'failed'>('asking');
	#drawn = $state.raw<readonly MarkKind[]>(MARKS);
	/** Everything that could be drawn. */
	readonly #whole = $derived.by(() =>
		overlayOf(this.#list.entries, this.#ranked, this.#atlas.pointOf),
	);
	readonly #shown = $derived.by(() => {
		const drawn = <T>(kind: MarkKind, marks: readonly T[]) =>
			this.#drawn.includes(kind) ? marks : [];
		const { seen, planned, recommended } = this.#whole;
		return {
			seen: drawn('seen', seen),
			planned: drawn('planned', planned),
			recommended: drawn('recommended', recommended),
		};
	});

	constructor(atlas: OpenAtlas, list: AtlasList, asker: ListAsker) {
		this.#atlas = atlas;
		this.#list = list;
		this.#asker = asker;
	}

	get name(): string {
		return this.#list.name;
	}

	/** Whether recommendations are on their way, there, or could not be had. */
	get step(): 'asking' | 'done' | 'failed' {
		return this.#step;
	}

	get whole(): Overlay {
		return this.#whole;
	}

	/** What the visitor wants to see of it. */
	get shown(): Overlay {
		return this.#shown;
	}

	/** Scores of the list by point, 1–10. */
	get own(): Float32Array {
		return ownScores(this.#whole, this.#atlas.titles.length);
	}

	/** Scores to expect by point; null before they are there. */
	get expected(): Float32Array | null {
		return this.#expected;
	}

	isDrawn(kind: MarkKind): boolean {
		return this.#drawn.includes(kind);
	}

	toggle(kind: MarkKind): void {
		this.#drawn = this.isDrawn(kind)
			? this.#drawn.filter((other) => other !== kind)
			: [...this.#drawn, kind];
	}

	/** Asks what comes of the list. @param adult whether titles for adults may */
	async ask(adult: boolean): Promise<void> {
		const number = ++this.#latest;
		this.#step = 'asking';
		const { entries } = this.#list;
		const [ranked, expected] = await Promise.all([
			this.#asker.recommend(entries, adult),
			this.#asker.predict(entries),
		]);
		// It may have been asked again meanwhile.
		if (number !== this.#latest) return;
		this.#ranked = ranked ?? [];
		if (expected !== null && expected.size > 0) {
			this.#expected = expectedScores(expected, this.#atlas.data.malIds);
		}
		this.#step = ranked === null ? 'failed' : 'done';
	}
}
