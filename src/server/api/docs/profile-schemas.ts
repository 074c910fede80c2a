import * as v from 'valibot';
import {
	FACET_KINDS,
	type ClusterTrait,
	type Estimate,
	type FacetRow,
	type LeftOutEntry,
	type ModelKnowledge,
	type ProfileAnalytics,
	type ProfileFacts,
	type ProfileInsights,
	type TasteClusters,
} from '#core/analytics/profile-analytics.ts';
import type { SiteListSummary } from '#core/profile/site-user.ts';
import { anime, count, listSummary, malId, share, told } from './answer-schemas.ts';

const shareOrNull = v.nullable(share);
const score = told(v.number(), 'in points of 100');
const scoreOrNull = v.nullable(score);
const minutes = v.pipe(v.number(), v.minValue(0));

const estimate: v.GenericSchema<Estimate> = told(
	v.object({ value: v.number(), low: v.number(), high: v.number() }),
	'in points of 100, with its 95 % interval',
);

const facetRow: v.GenericSchema<FacetRow> = v.object({
	value: v.string(),
	count,
	share: told(share, 'of all watched titles'),
	othersShare: told(shareOrNull, 'of what is on real lists'),
	scored: count,
	mean: told(scoreOrNull, 'of the scores given'),
	othersMean: told(scoreOrNull, 'of what others give the same titles'),
	departure: told(
		v.nullable(estimate),
		'how much more it is liked than others like the same titles, beyond how strictly all was scored; shrunk towards 0 where little is known',
	),
});

const facts: v.GenericSchema<ProfileFacts> = v.object({
	counts: v.object({
		listed: count,
		planned: count,
		watched: told(count, 'not planned, and known to the catalogue'),
		unknown: told(count, 'not planned, and not known'),
		scored: count,
		listedPercentile: told(shareOrNull, 'share of real lists with fewer titles'),
	}),
	statuses: v.object({
		watching: count,
		completed: count,
		onHold: count,
		dropped: count,
		planned: count,
		completionRate: told(shareOrNull, 'completed ÷ begun'),
		dropRate: told(shareOrNull, 'dropped ÷ (completed + dropped)'),
		dropRatePercentile: told(shareOrNull, 'share of real lists with a lower drop rate'),
	}),
	time: v.object({
		minutes: told(minutes, 'episodes watched × their length'),
		episodes: count,
		counted: told(count, 'titles in the sums'),
		uncounted: told(count, 'titles whose length, or watched part, is not known'),
	}),
	scores: v.object({
		bins: v.array(
			v.object({
				points: told(count, '1–10'),
				count,
				share,
				othersShare: shareOrNull,
			}),
		),
		mean: scoreOrNull,
		median: scoreOrNull,
		deviation: scoreOrNull,
		othersMean: scoreOrNull,
		meanPercentile: told(shareOrNull, 'share of real lists with a lower mean'),
		departure: told(v.nullable(estimate), 'from what others give the same titles'),
	}),
	facets: told(
		v.object(v.entriesFromList(FACET_KINDS, v.array(facetRow))),
		'watched titles by what they are; years are of the start, lengths in episodes',
	),
	popularity: v.nullable(
		v.object({
			members: told(v.number(), 'geometric mean of the members of the watched titles'),
			othersMembers: told(v.number(), 'the same of the middle real list of about as many titles'),
			percentile: told(share, 'share of such lists whose titles are better known'),
		}),
	),
	opinions: told(
		v.array(
			v.object({
				malId,
				score,
				othersMean: score,
				percentile: told(share, 'share of others who score it lower, half of equals included'),
				rarity: told(share, 'share of others who go as far'),
				scorers: told(count, 'others who scored it'),
			}),
		),
		'scores that fewest others give, at most ten',
	),
});

const leftOut: v.GenericSchema<LeftOutEntry> = v.object({
	malId,
	score: scoreOrNull,
	predicted: told(score, 'what the rest of the list lets expect'),
	difference: scoreOrNull,
	impact: told(
		share,
		'part in the scores of the fifty best recommendations; 1 over the whole list',
	),
	lifts: told(v.nullable(malId), 'id of the recommendation that it speaks for most'),
	lowers: told(v.nullable(malId), 'id of the recommendation that it speaks against most'),
});

const trait: v.GenericSchema<ClusterTrait> = v.object({
	kind: v.picklist(['genre', 'theme', 'demographic', 'studio', 'era', 'type', 'title']),
	value: told(v.string(), 'a name, an era as 1990s, or the id of a title'),
	share: told(share, 'of the group'),
	elsewhere: told(share, 'of the well-known titles'),
});

const clusters: v.GenericSchema<TasteClusters> = v.object({
	groups: v.array(
		v.object({
			traits: told(v.array(trait), 'what tells the group; no two groups have the same'),
			count,
			share,
			mean: scoreOrNull,
			exemplars: told(v.array(malId), 'most typical ids first, at most six'),
			malIds: v.array(malId),
			next: told(v.array(malId), 'ids of the first recommendations of the group, at most three'),
		}),
	),
	ungrouped: count,
});

const knowledge: v.GenericSchema<ModelKnowledge> = told(
	v.object({
		folds: told(count, 'parts that the list was cut into, whole franchises at a time'),
		scores: v.nullable(
			v.object({
				count,
				error: told(v.number(), 'mean absolute error of the model, in points of 100'),
				baselineError: told(v.number(), 'the same of a plain guess'),
				gain: estimate,
				calibration: v.array(v.object({ predicted: score, actual: score, count })),
				slope: told(v.nullable(v.number()), 'points scored for one predicted'),
			}),
		),
		titles: v.nullable(
			v.object({
				count,
				medianPercentile: told(share, 'of the catalogue that stood above the middle hidden title'),
				baselineMedianPercentile: told(share, 'the same by members alone'),
				inTopHundredth: share,
				inTopTenth: share,
				baselineInTopTenth: share,
			}),
		),
	}),
	'how well hidden parts of the list are told from the rest; null where the list is too short to say',
);

const insights: v.GenericSchema<ProfileInsights> = v.object({
	usedEntries: told(count, 'entries that the model used'),
	impactful: told(v.array(leftOut), 'what the recommendations hang on most, at most ten'),
	surprising: told(v.array(leftOut), 'scores furthest from what was to be expected, at most ten'),
	clusters: told(v.nullable(clusters), 'titles that were not dropped, in groups of their kind'),
	knowledge,
});

const answer = {
	facts: told(v.nullable(facts), 'null where not asked for'),
	insights: told(v.nullable(insights), 'null where not asked for'),
	anime,
};

export const profileAnswerSchema: v.GenericSchema<ProfileAnalytics> = v.object(answer);

export const userProfileAnswerSchema: v.GenericSchema<
	ProfileAnalytics & { readonly list: SiteListSummary }
> = v.object({ ...answer, list: listSummary });
