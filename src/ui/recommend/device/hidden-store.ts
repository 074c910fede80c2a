import * as v from 'valibot';
import type { TitledAnime } from '#ui/shared/shown-title.ts';
import { createStoredValue, type OwnStorage, type StoredValue } from './stored-value.ts';

/** A title as the list of hidden ones names it, so that it needs no catalogue to be read. */
export interface HiddenTitle extends TitledAnime {
	readonly malId: number;
}

/** What a visitor never wants to see again. */
export interface KeptHidden {
	readonly titles: readonly HiddenTitle[];
	/** One member of each franchise: the one that was hidden. */
	readonly franchises: readonly HiddenTitle[];
	/** Names of genres, themes and demographics. */
	readonly tags: readonly string[];
	/** Dropped titles whose franchises may appear again. */
	readonly restored: readonly HiddenTitle[];
}

/** What may be hidden at most: the server takes no more with one question. */
export const MAX_HIDDEN = { titles: 500, franchises: 500, tags: 100, restored: 500 } as const;

export const NOTHING_HIDDEN: KeptHidden = {
	titles: [],
	franchises: [],
	tags: [],
	restored: [],
};

const KEY = 'sprout:hidden';

const nameSchema = v.pipe(v.string(), v.maxLength(400));
const titleSchema = v.object({
	malId: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000)),
	title: nameSchema,
	english: v.nullable(nameSchema),
	native: v.nullable(nameSchema),
});
const hiddenSchema = v.object({
	version: v.literal(1),
	titles: v.pipe(v.array(titleSchema), v.maxLength(MAX_HIDDEN.titles)),
	franchises: v.pipe(v.array(titleSchema), v.maxLength(MAX_HIDDEN.franchises)),
	tags: v.pipe(
		v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(60))),
		v.maxLength(MAX_HIDDEN.tags),
	),
	restored: v.optional(v.pipe(v.array(titleSchema), v.maxLength(MAX_HIDDEN.restored)), []),
});

/** Keeps what is hidden in the browser: on every page and in every tab the same. */
export function createHiddenStore(storage: OwnStorage): StoredValue<KeptHidden> {
	const stored = createStoredValue({
		storage,
		key: KEY,
		schema: hiddenSchema,
		initial: { version: 1, titles: [], franchises: [], tags: [], restored: [] },
	});
	return {
		key: stored.key,
		load() {
			const { titles, franchises, tags, restored } = stored.load();
			return { titles, franchises, tags, restored };
		},
		save: ({ titles, franchises, tags, restored }) =>
			stored.save({
				version: 1,
				titles: titles.map(bare),
				franchises: franchises.map(bare),
				tags: [...tags],
				restored: restored.map(bare),
			}),
	};
}

/** Rows bring all their facts along; only the names are kept. */
function bare({ malId, title, english, native }: HiddenTitle): HiddenTitle {
	return { malId, title, english, native };
}
