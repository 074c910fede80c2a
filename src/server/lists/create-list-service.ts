import type { ListSite } from '#core/profile/site-list.ts';
import type { Clock } from '#server/clock.ts';
import type { ListSource, SourceOutcome } from '#server/sources/list-source.ts';
import type { ListCache } from '#server/store/store.ts';
import { readListName } from './list-name.ts';
import type { DatedList, ListOutcome, ListRequest, ListService } from './list-service.ts';
import { RecentFailures } from './recent-failures.ts';
import { SharedRequest } from './shared-request.ts';
import { Turnstile } from './turnstile.ts';

/** What a service is made of. */
export interface ListServiceOptions {
	/** The sites that can be asked. */
	readonly sources: readonly ListSource[];
	readonly cache: ListCache;
	readonly clock: Clock;
	/** How long a list is good. */
	readonly cacheMs: number;
	/** Told of a cache that does not work; lists are then fetched anew each time. */
	readonly onCacheError: (error: unknown) => void;
	readonly limits?: Partial<ListServiceLimits>;
}

/** Bounds of what one site is burdened with, and of what is kept. */
export interface ListServiceLimits {
	/** Younger lists are not fetched anew, however often somebody asks for it. */
	readonly refreshAfterMs: number;
	/** One list, all its pages and waiting for its turn. */
	readonly timeoutMs: number;
	/** Lists of one site that are fetched at once, and that wait for it. */
	readonly mostAtOnce: number;
	readonly mostWaiting: number;
	readonly failures: { readonly most: number; readonly lifetimeMs: number };
}

const DEFAULT_LIMITS: ListServiceLimits = {
	refreshAfterMs: 60_000,
	timeoutMs: 60_000,
	// Each may hold some megabytes of answers.
	mostAtOnce: 8,
	mostWaiting: 500,
	failures: { most: 1000, lifetimeMs: 30_000 },
};
/** Told where too many wait: by then the queue is much shorter. */
const FULL_RETRY_AFTER_S = 15;

/** A source with its queue. */
interface Site {
	readonly source: ListSource;
	readonly turnstile: Turnstile;
}

export function createListService(options: ListServiceOptions): ListService {
	return new SharingListService(options);
}

class SharingListService implements ListService {
	readonly #options: ListServiceOptions;
	readonly #limits: ListServiceLimits;
	readonly #sites: ReadonlyMap<ListSite, Site>;
	readonly #requests = new Map<string, SharedRequest>();
	readonly #failures: RecentFailures;

	constructor(options: ListServiceOptions) {
		this.#options = options;
		this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
		const { mostAtOnce, mostWaiting, failures } = this.#limits;
		this.#sites = new Map(
			options.sources.map((source) => [
				source.site,
				{ source, turnstile: new Turnstile(mostAtOnce, mostWaiting) },
			]),
		);
		this.#failures = new RecentFailures(failures, options.clock);
	}

	isOn(site: ListSite): boolean {
		return this.#sites.has(site);
	}

	async get({ site, name: typed, refresh = false, signal }: ListRequest): Promise<ListOutcome> {
		const known = this.#sites.get(site);
		if (!known) return { ok: false, reason: 'source-off' };
		const name = readListName(typed);
		if (name === null) return { ok: false, reason: 'invalid-name' };
		if (signal?.aborted === true) return { ok: false, reason: 'cancelled' };
		const key = `${site}/${name.toLowerCase()}`;
		const maxAgeMs = refresh ? this.#limits.refreshAfterMs : this.#options.cacheMs;
		const failure = refresh ? null : this.#failures.get(key);
		if (failure) return failure;
		const askedAt = this.#options.clock.now();
		const running = this.#requests.get(key);
		const outcome = await (running ?? this.#start(key, known, name, maxAgeMs)).join(signal);
		// It was begun by somebody who took a list from the cache that is too old for a refresh.
		const stale =
			outcome.ok &&
			outcome.list.fetchedAt < askedAt &&
			this.#options.clock.now() - outcome.list.fetchedAt >= maxAgeMs;
		if (!running || !stale) return outcome;
		return (this.#requests.get(key) ?? this.#start(key, known, name, maxAgeMs)).join(signal);
	}

	/** The cache is read inside the shared request: what is found or fetched is found or fetched once. */
	#start(key: string, site: Site, name: string, maxAgeMs: number): SharedRequest {
		const request = new SharedRequest(
			async (signal) => {
				const cached = await this.#cached(site.source.site, name, maxAgeMs);
				if (cached) return { ok: true, list: cached };
				const outcome = await this.#inTurn(site, name, signal);
				if (!outcome.ok) {
					this.#failures.note(key, outcome);
					return outcome;
				}
				this.#failures.forget(key);
				const list: DatedList = { ...outcome.list, fetchedAt: this.#options.clock.now() };
				await this.#keep(site.source.site, name, list);
				return { ok: true, list };
			},
			() => {
				if (this.#requests.get(key) === request) this.#requests.delete(key);
			},
		);
		this.#requests.set(key, request);
		return request;
	}

	async #inTurn(
		{ source, turnstile }: Site,
		name: string,
		signal: AbortSignal,
	): Promise<SourceOutcome> {
		const stop = new AbortController();
		const leave = () => stop.abort();
		signal.addEventListener('abort', leave);
		void this.#options.clock.sleep(this.#limits.timeoutMs, stop.signal).then(leave);
		try {
			const turn = await turnstile.enter(stop.signal);
			if (turn === 'full') {
				return { ok: false, reason: 'rate-limited', retryAfterS: FULL_RETRY_AFTER_S };
			}
			const outcome =
				turn === 'in'
					? await source.fetchList(name, stop.signal).finally(() => turnstile.leave())
					: ({ ok: false, reason: 'cancelled' } as const);
			// Nobody called it off: it took too long.
			const late = !outcome.ok && outcome.reason === 'cancelled' && !signal.aborted;
			return late ? { ok: false, reason: 'source-down' } : outcome;
		} finally {
			signal.removeEventListener('abort', leave);
			leave();
		}
	}

	async #cached(site: ListSite, name: string, maxAgeMs: number): Promise<DatedList | null> {
		try {
			return await this.#options.cache.get(site, name, maxAgeMs);
		} catch (error) {
			this.#options.onCacheError(error);
			return null;
		}
	}

	async #keep(site: ListSite, name: string, list: DatedList): Promise<void> {
		try {
			await this.#options.cache.put(site, name, list);
		} catch (error) {
			this.#options.onCacheError(error);
		}
	}
}
