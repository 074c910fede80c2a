import type { TitleLanguage } from '#core/catalogue/anime.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';
import type { AnimeCard, RecommendationAnswer } from '#core/rank/answer.ts';
import type { KeptAway } from '#core/rank/kept-away.ts';
import type { Hidden } from '#core/rank/ranking-options.ts';
import type {
	Facets,
	RecommendationPage,
	RecommendationRequest,
} from '#core/rank/recommendation.ts';
import type {
	LanesResult,
	RankingEngine,
	RankingFailure,
	SimilarResult,
	WatchOrderResult,
} from '../engine/ranking-engine.ts';
import type { NamedAnime } from '../search/title-finder.ts';
import { PAGE_SIZE, toRequest } from './changes.ts';
import { createPaced, type Pace } from './paced.ts';
import { withoutUnwanted, withPlans } from './unwanted.ts';
import {
	DEFAULT_STATE,
	parseState,
	queryKey,
	writeState,
	type RecommendState,
} from './url-state.ts';

export interface RecommendControllerOptions {
	readonly engine: RankingEngine;
	readonly state: RecommendState;
	/** The answer to `state` where the server has given it already. */
	readonly answer?: RecommendationAnswer | null;
	/** Titles that are known from the start: those of the list. */
	readonly names?: readonly NamedAnime[];
	/** The list to rank for, where it is not the one in the address; null where only the engine knows it. */
	readonly entries?: () => readonly ListEntry[] | null;
	/** What the visitor is not interested in, from this device. */
	readonly hidden?: () => Partial<Hidden>;
	/** The language that titles are read in, which goes along with a shared address. */
	readonly language?: () => TitleLanguage;
	/** What the visitor plans to watch, from this device. */
	readonly plans?: () => readonly ListEntry[];
	/** How soon the engine is asked while a control moves; at once where it is not said. */
	readonly pace?: Pace;
	/** Puts a query string (`?…` or nothing) into the address bar. */
	readonly navigate: (search: string, how: 'push' | 'replace') => void;
}

/** For an engine on this device: a newer question waits until the older one is answered. */
const AT_ONCE: Pace = { waitMs: 0, after: () => () => {} };

/** Rows that one request may bring. */
const MOST_ROWS = 100;

/**
 * Holds what a recommendation page shows and keeps it in step with the address.
 *
 * Controls change at once; rows stay until their successors arrive, and an answer that was overtaken by
 * a newer question is dropped. The address follows the state, and the state follows Back and Forward.
 */
export class RecommendController {
	readonly #options: RecommendControllerOptions;
	#state = $state.raw<RecommendState>(DEFAULT_STATE);
	#pages = $state.raw<readonly RecommendationPage[]>([]);
	// At most the whole catalogue each: every title is in them once.
	#cards = $state.raw<ReadonlyMap<number, AnimeCard>>(new Map());
	#names = $state.raw<ReadonlyMap<number, NamedAnime>>(new Map());
	#loading = $state(false);
	#failure = $state<RankingFailure | null>(null);
	#asking: AbortController | null = null;
	#failedOffset = $state(0);
	#facets = $state.raw<Facets | null>(null);
	/** Counting takes time: it is asked for once somebody looks. */
	#facetsWanted = false;
	readonly #askPaced: () => void;
	/** Addresses that this controller asked for and that are not there yet. */
	readonly #underway = new Set<string>();

	constructor(options: RecommendControllerOptions) {
		this.#options = options;
		this.#state = options.state;
		this.#askPaced = createPaced(() => this.#ask(0), options.pace ?? AT_ONCE);
		this.learn(options.names ?? []);
		if (options.answer) this.#take(options.answer);
	}

	get state(): RecommendState {
		return this.#state;
	}

	get items() {
		return this.#pages.flatMap(({ items }) => items);
	}

	/** What the newest answer says of the whole list; null before the first. */
	get summary(): RecommendationPage | null {
		return this.#pages.at(-1) ?? null;
	}

	/** The first page of the newest answer: another one whenever the whole list was asked for anew. */
	get answered(): RecommendationPage | null {
		return this.#pages[0] ?? null;
	}

	/** What drops keep away from the list. */
	get keptAway(): readonly KeptAway[] {
		return this.#pages[0]?.keptAway ?? [];
	}

	/** What each choice would leave, as the newest answer knows it; null where nobody asked. */
	get facets(): Facets | null {
		return this.#facets;
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

	/** Where the list was to go on when the latest request failed; 0 where the whole list was asked for. */
	get failedOffset(): number {
		return this.#failedOffset;
	}

	/** What is known of titles, those of the rows and those of the list. */
	get names(): ReadonlyMap<number, NamedAnime> {
		return this.#names;
	}

	/** Remembers titles that were put on the list, so that it can name them. */
	learn(titles: readonly NamedAnime[]): void {
		this.#names = withTitles(this.#names, titles);
	}

	/** A step of the visitor: the controls follow at once, address and rows as soon as they can. */
	change(step: RecommendState, how: 'push' | 'replace' = 'push'): void {
		const next = { ...step, titles: this.#options.language?.() ?? step.titles };
		const sameAnswer = queryKey(next) === queryKey(this.#state);
		this.#state = next;
		const search = writeState(next);
		this.#underway.add(search);
		this.#options.navigate(search, how);
		if (!sameAnswer) void this.refresh();
	}

	/** A step that is not finished, as while a slider moves: control and rows follow, the address waits for the end. */
	preview(step: RecommendState): void {
		const sameAnswer = queryKey(step) === queryKey(this.#state);
		this.#state = step;
		if (!sameAnswer) this.#askPaced();
	}

	/** The address has changed. Echoes of own steps are known by their text; all else is Back, Forward or a link. */
	follow(search: string): void {
		if (search === writeState(this.#state)) {
			// Earlier steps that were overtaken will not be heard of any more.
			this.#underway.clear();
			return;
		}
		if (this.#underway.delete(search)) return;
		const next = parseState(new URLSearchParams(search));
		const sameAnswer = queryKey(next) === queryKey(this.#state);
		this.#state = next;
		if (!sameAnswer) void this.refresh();
	}

	/** Asks for the list anew, as far as it is shown: a shorter one would move the page. */
	refresh(): Promise<void> {
		return this.#ask(0);
	}

	/** Takes away what this device knows to be unwanted, until an answer knows it as well. */
	dropUnwanted(): void {
		const { hidden, plans } = this.#options;
		const noPlans = this.#state.options.plans === 'hide';
		this.#pages = withoutUnwanted(this.#pages, this.#cards, {
			hidden: hidden?.() ?? {},
			plans: noPlans ? (plans?.() ?? []).map(({ malId }) => malId) : [],
		});
	}

	/** From now on every answer brings the counts of the choices. */
	wantFacets(): void {
		if (this.#facetsWanted) return;
		this.#facetsWanted = true;
		void this.refresh();
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

	/** Titles like one: a question beside the list, which stays as it is whatever the answer. */
	similar(malId: number): Promise<SimilarResult> {
		return this.#options.engine.similar(malId);
	}

	/** The franchise of a title in watch order; likewise. */
	watchOrder(malId: number): Promise<WatchOrderResult> {
		return this.#options.engine.watchOrder(malId);
	}

	/**
	 * Lanes for the list and the filters of now: a question beside the list, which stays as it is.
	 *
	 * @param today calendar date where the visitor is
	 */
	async lanes(today: string, signal: AbortSignal): Promise<LanesResult> {
		const { offset: _offset, limit: _limit, ...query } = this.#question();
		const result = await this.#options.engine.lanes({ ...query, today }, signal);
		if (result.ok && !signal.aborted) {
			this.learn(result.answer.anime);
			this.#cards = withTitles(this.#cards, result.answer.anime);
		}
		return result;
	}

	/** The list as the page has it; null where it is kept elsewhere. */
	get #entries(): readonly ListEntry[] | null {
		const { entries } = this.#options;
		return entries ? entries() : this.#state.rated;
	}

	/** What every question about the list holds: the list, what this device adds to it and hides, and the controls. */
	#question(offset?: number): RecommendationRequest {
		const { plans, hidden } = this.#options;
		return {
			...toRequest(this.#state, withPlans(this.#entries ?? [], plans?.() ?? []), offset),
			hidden: hidden?.() ?? {},
		};
	}

	async #ask(offset: number): Promise<void> {
		this.#asking?.abort();
		this.#failure = null;
		if (this.#entries?.length === 0) {
			this.#asking = null;
			this.#loading = false;
			this.#pages = [];
			return;
		}
		const asking = new AbortController();
		this.#asking = asking;
		this.#loading = true;
		const request = {
			...this.#question(offset),
			...(offset === 0 && { limit: rowsFor(this.items.length), facets: this.#facetsWanted }),
		};
		const result = await this.#options.engine.recommend(request, asking.signal);
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

	#take({ page, anime }: RecommendationAnswer): void {
		this.learn(anime);
		this.#cards = withTitles(this.#cards, anime);
		this.#pages = page.offset === 0 ? [page] : [...this.#pages, page];
		if (page.facets) this.#facets = page.facets;
	}
}

/** Rows to ask for in the place of those that are shown. */
function rowsFor(shown: number): number {
	return Math.min(MOST_ROWS, Math.max(PAGE_SIZE, shown));
}

function withTitles<T extends NamedAnime>(
	known: ReadonlyMap<number, T>,
	more: readonly T[],
): ReadonlyMap<number, T> {
	return more.length === 0
		? known
		: new Map([...known, ...more.map((one) => [one.malId, one] as const)]);
}
