import * as v from 'valibot';
import { AIRING_STATUSES, ANIME_TYPES, SEASONS } from '#core/catalogue/anime.ts';
import { MAX_SCORE } from '#core/profile/list-entry.ts';
import { ADULT_HANDLINGS, PLAN_HANDLINGS } from '#core/rank/ranking-options.ts';
import { eitherId, givenIdSchema } from './given-ids.ts';

const MAX_NAMES = 100;
const MAX_HIDDEN = 5_000;
const MAX_WHAT_IF = 100;
const MAX_COUNT = 1_000_000_000;

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const names = v.pipe(
	v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
	v.maxLength(MAX_NAMES),
);
const hiddenIds = v.exactOptional(v.pipe(v.array(givenIdSchema), v.maxLength(MAX_HIDDEN)));

const whatIfEntry = v.strictObject({
	...eitherId,
	score: v.pipe(v.number(), v.minValue(1), v.maxValue(MAX_SCORE)),
});

function range(most: number) {
	const end = v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(most)));
	return v.strictObject({ least: end, most: end });
}

const choices = v.strictObject({
	tags: v.exactOptional(names),
	types: v.exactOptional(v.pipe(v.array(v.picklist(ANIME_TYPES)), v.maxLength(MAX_NAMES))),
	studios: v.exactOptional(names),
	sources: v.exactOptional(names),
	statuses: v.exactOptional(v.pipe(v.array(v.picklist(AIRING_STATUSES)), v.maxLength(MAX_NAMES))),
	ageRatings: v.exactOptional(names),
	seasons: v.exactOptional(v.pipe(v.array(v.picklist(SEASONS)), v.maxLength(MAX_NAMES))),
});

/** Keys of a request that order and filter; each may be left out, see `PartialRankingOptions`. */
export const rankingOptionEntries = {
	ratingWeight: v.exactOptional(share),
	niche: v.exactOptional(share),
	popularity: v.exactOptional(range(100)),
	ignoreDislikes: v.exactOptional(v.boolean()),
	diversity: v.exactOptional(share),
	only: v.exactOptional(choices),
	without: v.exactOptional(choices),
	ranges: v.exactOptional(
		v.strictObject({
			year: v.exactOptional(range(MAX_COUNT)),
			minutes: v.exactOptional(range(MAX_COUNT)),
			episodes: v.exactOptional(range(MAX_COUNT)),
		}),
	),
	minMembers: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_COUNT))),
	plans: v.exactOptional(v.picklist(PLAN_HANDLINGS)),
	adult: v.optional(v.union([v.boolean(), v.picklist(ADULT_HANDLINGS)]), false),
	hidden: v.exactOptional(
		v.strictObject({
			titles: hiddenIds,
			franchises: hiddenIds,
			tags: v.exactOptional(names),
			restored: hiddenIds,
		}),
	),
	whatIf: v.exactOptional(v.pipe(v.array(whatIfEntry), v.maxLength(MAX_WHAT_IF))),
	facets: v.exactOptional(v.boolean()),
};
