import type { TitleDetails } from '#core/catalogue/title-details.ts';

/** Titles that one request may ask about. */
export const MOST_ASKED = 50;
/** Answers that are kept: more than anybody opens. */
const MOST_KNOWN = 500;

/** Tells more of titles than the catalogue does, while there is network. */
export interface DetailsFinder {
	/** Null where nothing more is known or nobody can be asked. Never throws. */
	find(malId: number): Promise<TitleDetails | null>;
	/** These may be asked about next, first ones first: they go along with the next request. */
	prepare(malIds: readonly number[]): void;
}

export interface DetailsFinderOptions {
	/** The transport; tests hand in their own. */
	readonly fetch: typeof fetch;
	/** Runs something when the page has nothing better to do; with it, what was prepared is asked for then. */
	readonly whenIdle?: ((run: () => void) => void) | undefined;
}

/** Asks the server, about many titles at once and about each once, unless nothing was known. */
export function createDetailsFinder({ fetch, whenIdle }: DetailsFinderOptions): DetailsFinder {
	const known = new Map<number, Promise<TitleDetails | null>>();
	/** Asked about once: what nobody knew then is asked for again only where a visitor wants to read it. */
	const asked = new Set<number>();
	let prepared: readonly number[] = [];

	const ask = (first: readonly number[]) => {
		const others = prepared.filter((malId) => !asked.has(malId));
		const malIds = [...new Set([...first, ...others])].slice(0, MOST_ASKED);
		if (malIds.length === 0) return;
		const answer = askServer(fetch, malIds);
		for (const malId of malIds) {
			const details = answer.then((all) => {
				const found = all?.[malId] ?? null;
				if (found === null) known.delete(malId);
				return found;
			});
			known.set(malId, details);
			asked.add(malId);
		}
		for (const malId of [...known.keys()].slice(0, -MOST_KNOWN)) known.delete(malId);
	};

	return {
		find(malId) {
			if (!known.has(malId)) ask([malId]);
			return known.get(malId) ?? Promise.resolve(null);
		},
		prepare(malIds) {
			prepared = malIds;
			whenIdle?.(() => ask([]));
		},
	};
}

type DetailsById = Readonly<Record<number, TitleDetails | undefined>>;

async function askServer(
	transport: typeof fetch,
	malIds: readonly number[],
): Promise<DetailsById | null> {
	try {
		const response = await transport(`/api/v1/titles/details?ids=${malIds.join(',')}`);
		if (!response.ok) return null;
		const body: unknown = await response.json();
		return hasDetails(body) ? body.details : null;
	} catch {
		// Without a connection rows tell what the catalogue knows.
		return null;
	}
}

/** Our own service, of the same version: the outside is enough to tell it from the page of a proxy. */
function hasDetails(body: unknown): body is { readonly details: DetailsById } {
	return (
		typeof body === 'object' &&
		body !== null &&
		'details' in body &&
		typeof body.details === 'object' &&
		body.details !== null
	);
}
