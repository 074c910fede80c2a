import type { RankingFailure } from '../engine/ranking-engine.ts';
import type { FindResult, TitleFinder, TitleHit } from './title-finder.ts';

/**
 * The behaviour of the search box after the combobox pattern of the WAI-ARIA practices: the arrows move
 * through the suggestions, Enter takes the marked one or else the first, Escape closes and then empties.
 */
export class TitleSearchBox {
	readonly #finder: TitleFinder;
	readonly #onchoose: (hit: TitleHit) => void;
	#query = $state('');
	#hits = $state.raw<readonly TitleHit[]>([]);
	#active = $state(-1);
	#open = $state(false);
	#pending = $state(false);
	#failure = $state<RankingFailure | null>(null);
	/** Enter came before the suggestions did. */
	#takeFirst = false;
	#latest = 0;

	constructor(finder: TitleFinder, onchoose: (hit: TitleHit) => void) {
		this.#finder = finder;
		this.#onchoose = onchoose;
	}

	get query(): string {
		return this.#query;
	}

	get hits(): readonly TitleHit[] {
		return this.#hits;
	}

	/** Place of the marked suggestion, -1 where none is. */
	get active(): number {
		return this.#active;
	}

	/** Whether the list of suggestions shows. */
	get open(): boolean {
		return this.#open && this.#query.trim() !== '';
	}

	get pending(): boolean {
		return this.#pending;
	}

	get failure(): RankingFailure | null {
		return this.#failure;
	}

	focus(): void {
		this.#finder.warmUp();
		this.#open = true;
	}

	close(): void {
		this.#open = false;
		this.#active = -1;
		this.#takeFirst = false;
	}

	async type(query: string): Promise<void> {
		this.#query = query;
		this.#open = true;
		this.#active = -1;
		this.#takeFirst = false;
		const number = ++this.#latest;
		if (query.trim() === '') {
			this.#show({ ok: true, hits: [] });
			return;
		}
		this.#pending = true;
		const result = await this.#finder.find(query);
		if (number === this.#latest) this.#show(result);
	}

	retry(): Promise<void> {
		return this.type(this.#query);
	}

	choose(hit: TitleHit): void {
		this.#latest++;
		this.#query = '';
		this.#hits = [];
		this.#pending = false;
		this.close();
		this.#onchoose(hit);
	}

	/** @returns whether the key was meant for the box, so that the browser must not act on it */
	press(key: string): boolean {
		if (key === 'ArrowDown') return this.#move(1);
		if (key === 'ArrowUp') return this.#move(-1);
		if (key === 'Enter') return this.#enter();
		if (key !== 'Escape' || this.#query === '') return false;
		if (this.open) this.close();
		else void this.type('');
		return true;
	}

	#show(result: FindResult): void {
		this.#pending = false;
		this.#failure = result.ok ? null : result.reason;
		this.#hits = result.ok ? result.hits : [];
		const [first] = this.#hits;
		if (this.#takeFirst && first) this.choose(first);
		this.#takeFirst = false;
	}

	/** Round and round, with the field itself as one stop. */
	#move(step: 1 | -1): boolean {
		if (!this.open) {
			this.#open = true;
			return true;
		}
		const stops = this.#hits.length + 1;
		this.#active = ((this.#active + 1 + step + stops) % stops) - 1;
		return true;
	}

	#enter(): boolean {
		if (this.#query.trim() === '') return false;
		const hit = this.#hits[Math.max(0, this.#active)];
		if (this.#pending) this.#takeFirst = true;
		else if (hit) this.choose(hit);
		return true;
	}
}
