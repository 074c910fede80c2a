import type { Point } from '#atlas/camera/camera.ts';
import type { Overlay } from '#atlas/overlay.ts';
import type { OpenAtlas } from '../data/atlas-files.ts';
import type { ListAsker } from '../list/list-asker.ts';
import { overlayOf } from '../list/overlay-of.ts';

/** Titles that stand for a part of the map when it is asked what to watch from there. */
const MOST_ASKED = 40;

/** A part of the map that somebody drew around, and what to watch from there. */
export class Lasso {
	readonly #atlas: OpenAtlas;
	readonly #asker: ListAsker;
	readonly #isSeen: (malId: number) => boolean;
	#armed = $state(false);
	#outline = $state.raw<readonly Point[]>([]);
	#points = $state.raw<readonly number[] | null>(null);
	#ranked = $state.raw<readonly number[]>([]);
	#step = $state<'idle' | 'asking' | 'done' | 'failed'>('idle');
	#latest = 0;

	/** @param isSeen titles of the visitor's own list, which are not recommended again */
	constructor(atlas: OpenAtlas, asker: ListAsker, isSeen: (malId: number) => boolean) {
		this.#atlas = atlas;
		this.#asker = asker;
		this.#isSeen = isSeen;
	}

	/** Whether the next drag draws. */
	get armed(): boolean {
		return this.#armed;
	}

	set armed(armed: boolean) {
		this.#armed = armed;
	}

	/** What is being drawn, in pixels of the picture. */
	get outline(): readonly Point[] {
		return this.#outline;
	}

	/** Titles inside, the best known first; null where nothing was drawn. */
	get points(): readonly number[] | null {
		return this.#points;
	}

	get step(): 'idle' | 'asking' | 'done' | 'failed' {
		return this.#step;
	}

	/** Recommendations from there; empty before they are there. */
	get recommended(): Overlay['recommended'] {
		return overlayOf([], this.#ranked, this.#atlas.pointOf).recommended;
	}

	/** Mean of the average scores inside; null where none has one. */
	get meanScore(): number | null {
		const scores = (this.#points ?? []).flatMap((point) => this.#atlas.titles[point]?.score ?? []);
		return scores.length === 0 ? null : scores.reduce((sum, one) => sum + one, 0) / scores.length;
	}

	draw(outline: readonly Point[]): void {
		// A copy: the hand goes on drawing on its own.
		this.#outline = [...outline];
	}

	/** @param points the titles inside; none lets go of the lasso */
	close(points: readonly number[]): void {
		this.#outline = [];
		this.#armed = false;
		this.#points = points.length === 0 ? null : points;
		this.#ranked = [];
		this.#step = 'idle';
		this.#latest++;
	}

	/** Asks what those who like the best known titles inside would watch. @param adult whether that may be for adults */
	async recommend(adult: boolean): Promise<void> {
		const number = ++this.#latest;
		this.#step = 'asking';
		const entries = (this.#points ?? []).slice(0, MOST_ASKED).flatMap((point) => {
			const malId = this.#atlas.titles[point]?.malId;
			return malId === undefined ? [] : [{ malId, score: null, status: 'completed' } as const];
		});
		const ranked = await this.#asker.recommend(entries, adult);
		if (number !== this.#latest) return;
		this.#ranked = (ranked ?? []).filter((malId) => !this.#isSeen(malId));
		this.#step = ranked === null ? 'failed' : 'done';
	}
}
