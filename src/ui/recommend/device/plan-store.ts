import * as v from 'valibot';
import type { AnimeCard } from '#core/rank/answer.ts';
import { createStoredValue, type OwnStorage, type StoredValue } from './stored-value.ts';

/** A title to watch, with what its page and a saved file say of it: no catalogue is needed to read it. */
export type PlannedCard = Pick<
	AnimeCard,
	'malId' | 'anilistId' | 'title' | 'english' | 'native' | 'episodes' | 'year'
> & { readonly type: string };

/** Plans at most: they go along with every question. */
export const MAX_PLANS = 500;

const nameSchema = v.pipe(v.string(), v.maxLength(400));
const idSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000));
const countSchema = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)));
const planSchema = v.object({
	malId: idSchema,
	anilistId: v.nullable(idSchema),
	title: nameSchema,
	english: v.nullable(nameSchema),
	native: v.nullable(nameSchema),
	type: v.pipe(v.string(), v.maxLength(40)),
	episodes: countSchema,
	year: countSchema,
});
const plansSchema = v.object({
	version: v.literal(1),
	/** In the order of planning. */
	plans: v.pipe(v.array(planSchema), v.maxLength(MAX_PLANS)),
});

/** Keeps the plans of a visitor in the browser: on every page and in every tab the same. */
export function createPlanStore(storage: OwnStorage): StoredValue<readonly PlannedCard[]> {
	const stored = createStoredValue({
		storage,
		key: 'sprout:plans',
		schema: plansSchema,
		initial: { version: 1, plans: [] },
	});
	return {
		key: stored.key,
		load: () => stored.load().plans,
		save: (plans) => stored.save({ version: 1, plans: plans.map(bare) }),
	};
}

/** Rows bring all their facts along. */
function bare(card: PlannedCard): PlannedCard {
	const { malId, anilistId, title, english, native, type, episodes, year } = card;
	return { malId, anilistId, title, english, native, type, episodes, year };
}
