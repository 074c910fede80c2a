import type { NamedAnime } from '../search/title-finder.ts';
import type { ProfileChange, ProfileStore } from './profile-store.ts';
import { scoreText } from './rating-scale.ts';

export interface ListEditorOptions {
	readonly store: ProfileStore;
	/** Tells the visitor what happened and, where it can be, how to take it back. */
	readonly say: (message: string, undo: (() => void) | null) => void;
	/** The title as the visitor reads it. */
	readonly nameOf: (title: NamedAnime) => string;
	/** Called with every title that is put on the list, so that the page can name it later. */
	readonly learn: (title: NamedAnime) => void;
}

/** All that can be done to a list, the same on every page, each step with a way back. */
export class ListEditor {
	readonly #options: ListEditorOptions;
	#picking = $state.raw<NamedAnime | null>(null);

	constructor(options: ListEditorOptions) {
		this.#options = options;
	}

	get entries() {
		return this.#options.store.entries;
	}

	/** The title whose score is being asked for. */
	get picking(): NamedAnime | null {
		return this.#picking;
	}

	/** The score of a title on the list; null where it was only seen, undefined where it is not on it. */
	scoreOf(malId: number): number | null | undefined {
		return this.entries.find((entry) => entry.malId === malId)?.score;
	}

	pick(title: NamedAnime): void {
		this.#picking = title;
	}

	closePicker(): void {
		this.#picking = null;
	}

	rate(title: NamedAnime, score: number | null): void {
		this.#picking = null;
		this.#options.learn(title);
		const verdict = score === null ? 'seen' : scoreText(score);
		this.#report(this.#options.store.set(title.malId, score), `${this.#name(title)}: ${verdict}`);
	}

	remove(title: NamedAnime): void {
		this.#picking = null;
		this.#report(this.#options.store.remove(title.malId), `${this.#name(title)} removed`);
	}

	clear(): void {
		const { length } = this.entries;
		const titles = length === 1 ? 'title' : 'titles';
		this.#report(this.#options.store.clear(), `List cleared, ${length} ${titles} removed`);
	}

	#name(title: NamedAnime): string {
		return this.#options.nameOf(title);
	}

	#report(change: ProfileChange, message: string): void {
		const { say, store } = this.#options;
		if (change.ok) say(message, () => void store.undo());
		else say('Your list is full. Remove a title first, or import a list instead.', null);
	}
}
