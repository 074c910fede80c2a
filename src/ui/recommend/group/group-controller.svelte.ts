import type { TitleLanguage } from '#core/catalogue/anime.ts';
import type { AnimeCard } from '#core/rank/answer.ts';
import type { GroupOfLists } from '#core/rank/group/group-of-lists.ts';
import type { GroupedAnime } from '#core/rank/group/group.ts';
import type { Hidden } from '#core/rank/ranking-options.ts';
import type { RankingFailure } from '../engine/ranking-engine.ts';
import {
	groupKey,
	parseGroupState,
	toGroupQuery,
	writeGroupState,
	type GroupState,
} from './group-state.ts';
import type { TogetherEngine } from './together-engine.ts';

export interface GroupControllerOptions {
	readonly engine: Pick<TogetherEngine, 'group'>;
	readonly state: GroupState;
	/** The answer to `state` where the server has given it already. */
	readonly answer: GroupOfLists | null;
	/** What the visitor is not interested in, from this device. */
	readonly hidden: () => Partial<Hidden>;
	/** The language that titles are read in, which goes along with a shared address. */
	readonly language: () => TitleLanguage;
	readonly navigate: (search: string, how: 'push' | 'replace') => void;
}

/**
 * Holds what the page of a group shows and keeps it in step with the address, as `RecommendController` does for a
 * single list: controls change at once, rows stay until their successors arrive, and an answer that was overtaken by a
 * newer question is dropped.
 */
export class GroupController {
	readonly #options: GroupControllerOptions;
	// Set by the constructor.
	#state = $state.raw<GroupState>(parseGroupState(new URLSearchParams()));
	#pages = $state.raw<readonly GroupOfLists[]>([]);
	#cards = $state.raw<ReadonlyMap<number, AnimeCard>>(new Map());
	#loading = $state(false);
	#failure = $state<RankingFailure | null>(null);
	#failedOffset = 0;
	#asking: AbortController | null = null;
	/** Addresses that this controller asked for and that are not there yet. */
	readonly #underway = new Set<string>();

	constructor(options: GroupControllerOptions) {
		this.#options = options;
		this.#state = options.state;
		if (options.answer) this.#take(options.answer);
	}

	get state(): GroupState {
		return this.#state;
	}

	get items(): readonly GroupedAnime[] {
		return this.#pages.flatMap(({ items }) => items);
	}

	/** What the newest answer says of the whole list; null before the first. */
	get summary(): GroupOfLists | null {
		return this.#pages.at(-1) ?? null;
	}

	get cards(): ReadonlyMap<number, AnimeCard> {
		return this.#cards;
	}

	get loading(): boolean {
		return this.#loading;
	}

	get failure(): RankingFailure | null {
		return this.#failure;
	}

	/** A step of the visitor: the controls follow at once, address and rows as soon as they can. */
	change(step: Partial<GroupState>, how: 'push' | 'replace' = 'push'): void {
		const next = { ...this.#state, ...step, titles: this.#options.language() };
		const search = writeGroupState(next);
		this.#underway.add(search);
		this.#options.navigate(search, how);
		this.#become(next);
	}

	/** The address has changed. Echoes of own steps are known by their text; all else is Back, Forward or a link. */
	follow(search: string): void {
		if (search === writeGroupState(this.#state)) {
			this.#underway.clear();
			return;
		}
		if (this.#underway.delete(search)) return;
		this.#become(parseGroupState(new URLSearchParams(search)));
	}

	/** Asks for the list anew. */
	refresh(): Promise<void> {
		return this.#ask(0);
	}

	/** Asks for the next page, if there is one and nothing else is being asked. */
	more(): Promise<void> {
		const offset = this.items.length;
		const total = this.summary?.total ?? 0;
		if (this.#loading || this.#failure !== null || offset >= total) return Promise.resolve();
		return this.#ask(offset);
	}

	/** Asks again for what failed. */
	retry(): Promise<void> {
		return this.#ask(this.#failedOffset);
	}

	#become(next: GroupState): void {
		const sameAnswer = groupKey(next) === groupKey(this.#state);
		this.#state = next;
		if (!sameAnswer) void this.refresh();
	}

	async #ask(offset: number): Promise<void> {
		this.#asking?.abort();
		this.#failure = null;
		if (this.#state.members.length === 0) {
			this.#asking = null;
			this.#loading = false;
			this.#pages = [];
			return;
		}
		const asking = new AbortController();
		this.#asking = asking;
		this.#loading = true;
		const { engine, hidden } = this.#options;
		const query = { ...toGroupQuery(this.#state, offset), hidden: hidden() };
		const result = await engine.group(this.#state.members, query, asking.signal);
		if (this.#asking !== asking) return;
		this.#asking = null;
		this.#loading = false;
		if (result.ok) {
			this.#take(result.answer);
		} else {
			this.#failure = result.reason;
			this.#failedOffset = offset;
		}
	}

	#take(answer: GroupOfLists): void {
		this.#cards = new Map([
			...this.#cards,
			...answer.anime.map((card) => [card.malId, card] as const),
		]);
		this.#pages = answer.offset === 0 ? [answer] : [...this.#pages, answer];
	}
}
