import * as v from 'valibot';
import type { NamedNeighbour, NeighbourAnswer, RouteAnswer } from '#core/atlas/neighbour-answer.ts';
import { NEIGHBOUR_REASONS } from '#core/atlas/neighbours.ts';
import { AIRING_STATUSES, ANIME_TYPES, SEASONS } from '#core/catalogue/anime.ts';
import { RELATION_KINDS } from '#core/catalogue/catalogue.ts';
import type { TitleDetails } from '#core/catalogue/title-details.ts';
import { LIST_STATUSES } from '#core/profile/list-entry.ts';
import type { SiteListSummary } from '#core/profile/site-user.ts';
import type { AnimeCard, RecommendationAnswer, SimilarAnswer } from '#core/rank/answer.ts';
import type { PredictedScores } from '#core/rank/predicted-scores.ts';
import { FACT_KINDS } from '#core/rank/ranking-options.ts';
import {
	MATCH_STRENGTHS,
	type Facets,
	type RecommendationPage,
	type RecommendedAnime,
} from '#core/rank/recommendation.ts';
import { SIMILAR_REASONS, type SimilarAnime } from '#core/rank/similar-anime.ts';
import type { WatchOrder } from '#core/rank/watch-order.ts';
import type { AnimeFacts } from '../anime-facts.ts';
import type { SearchAnswer } from '../title-finder.ts';

/*
 * What the API answers. Types say that nothing promised is missing; the contract test says that nothing is
 * answered that stands not here.
 */

/** A schema with words beside it. */
function told<S extends v.GenericSchema>(schema: S, words: string) {
	return v.pipe(schema, v.description(words));
}

const malId = told(v.pipe(v.number(), v.integer(), v.minValue(1)), 'MyAnimeList id');
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const text = v.nullable(v.string());
const wholeOrNull = v.nullable(count);
const names = v.array(v.string());
const standsFor = told(
	v.nullable(malId),
	'id of the member that earned the place, where the start of its story stands for it',
);

const cardEntries = {
	malId,
	anilistId: wholeOrNull,
	kitsuId: wholeOrNull,
	anidbId: wholeOrNull,
	title: told(v.string(), 'romanised main title'),
	english: text,
	native: text,
	type: v.picklist(ANIME_TYPES),
	episodes: wholeOrNull,
	minutes: told(v.nullable(v.number()), 'length of one episode'),
	status: v.nullable(v.picklist(AIRING_STATUSES)),
	season: v.nullable(v.picklist(SEASONS)),
	year: wholeOrNull,
	startDate: told(text, 'ISO 8601, perhaps partial: 2013, 2013-04'),
	endDate: text,
	source: told(text, 'what it was adapted from'),
	ageRating: text,
	adult: v.boolean(),
	genres: names,
	themes: names,
	demographics: names,
	studios: names,
	score: told(v.nullable(v.number()), 'mean score of all members, 1–10'),
	members: count,
	poster: told(text, 'https address of the poster at its source'),
};

export const animeSchema: v.GenericSchema<AnimeCard> = told(
	v.object(cardEntries),
	'Facts of a title; null where no source knows',
);
const anime = told(v.array(animeSchema), 'facts of every title mentioned, each once');

export const animeFactsSchema: v.GenericSchema<AnimeFacts> = v.object({
	...cardEntries,
	synonyms: names,
	franchise: told(count, 'number of the franchise; numbers change with the bundle'),
	franchiseMembers: told(v.array(malId), 'all titles of the franchise, in watch order'),
	links: told(
		v.array(v.object({ name: v.string(), href: v.string() })),
		'pages about the title on other sites',
	),
});

export const searchAnswerSchema: v.GenericSchema<SearchAnswer> = v.object({
	total: told(count, 'titles found, at most 200'),
	offset: count,
	items: v.array(
		v.object({ malId, matched: told(v.string(), 'the name that matched best, as written') }),
	),
	anime,
});

const contribution = v.object({
	malId,
	reason: v.picklist(['liked', 'disliked', 'watched', 'dropped']),
	share: told(share, 'part of the sum of the absolute contributions of all entries'),
	sign: told(v.picklist([1, -1]), 'whether it speaks for the recommendation or against it'),
});

const recommended: v.GenericSchema<RecommendedAnime> = v.object({
	malId,
	place: told(count, 'in this list, from 1'),
	predictedPlace: told(count, 'among everything unseen, before any filter, from 1'),
	match: told(share, 'how likely beside the best title of a franchise that is new to the list'),
	strength: told(v.picklist(MATCH_STRENGTHS), 'the same in words'),
	predictedScore: told(v.number(), 'what the owner of the list would give it, 1–100'),
	cold: told(v.boolean(), 'judged by facts and relations: too few lists had it'),
	franchiseSize: told(count, 'titles of the franchise, this one included'),
	standsFor,
	planned: told(v.boolean(), 'on the list as a plan'),
	versionOf: told(v.nullable(malId), 'id of a seen title that this tells anew'),
	contributions: told(
		v.array(contribution),
		'at most five, strongest first: what the score would lack without the entry',
	),
});

const facets: v.GenericSchema<Facets> = told(
	v.object(v.entriesFromList(FACT_KINDS, v.array(v.object({ value: v.string(), count })))),
	'for each kind what the total would be with one value chosen (of tags: one more), most first',
);

const page: v.GenericSchema<RecommendationPage> = v.object({
	total: told(count, 'candidates under these filters'),
	offset: count,
	items: v.array(recommended),
	usedEntries: told(count, 'entries that counted as evidence'),
	rough: told(v.boolean(), 'fewer than four did'),
	unknownEntries: told(v.array(malId), 'ids of the list that the model does not know'),
	facets: v.exactOptional(facets),
});

export const recommendationAnswerSchema: v.GenericSchema<RecommendationAnswer> = v.object({
	page,
	anime,
});

export const userAnswerSchema: v.GenericSchema<RecommendationAnswer & { list: SiteListSummary }> =
	v.object({
		page,
		anime,
		list: v.object({
			entries: told(count, 'titles on the list'),
			unresolved: told(count, 'rows that have no MyAnimeList id'),
			ageMs: told(v.number(), 'time since it came from its site'),
		}),
	});

const shared = told(
	v.array(v.object({ kind: v.picklist(['subject', 'studio', 'source']), name: v.string() })),
	'what both have, rarest first, at most three; a subject is a genre, theme or demographic',
);

const similar: v.GenericSchema<SimilarAnime> = v.object({
	malId,
	likeness: told(share, 'beside the most similar title of this answer'),
	reasons: told(
		v.array(v.picklist(SIMILAR_REASONS)),
		'related: a source relates them; recommended: by members, one for the other; same-audience: the same people watch both; same-taste: the network gives them to the same lists',
	),
	shared,
	standsFor,
});

export const similarAnswerSchema: v.GenericSchema<SimilarAnswer> = v.object({
	malId,
	items: v.array(similar),
	anime,
});

const neighbour: v.GenericSchema<NamedNeighbour> = v.object({
	malId,
	title: v.string(),
	weight: told(share, 'how near; 1 for the nearest neighbours that there are'),
	reasons: told(
		v.array(v.picklist(NEIGHBOUR_REASONS)),
		'liked-together: the same people like both; related: a source relates them; recommended: by members, one for the other; model: the model takes them for alike',
	),
	shared,
});

export const neighbourAnswerSchema: v.GenericSchema<NeighbourAnswer> = v.object({
	malId,
	neighbours: told(v.array(neighbour), 'nearest first; none where the title is not on the map'),
});

export const routeAnswerSchema: v.GenericSchema<RouteAnswer> = v.object({
	malId,
	to: told(malId, 'where the way leads'),
	steps: told(
		v.array(neighbour),
		'every title after the first, each as the neighbour of the one before; none where no way leads there',
	),
});

export const predictedScoresSchema: v.GenericSchema<PredictedScores> = v.object({
	malIds: told(v.array(malId), 'every title; none where the list says nothing to the model'),
	scores: told(v.array(v.number()), 'points of 100, in the same order, to a tenth'),
});

export const watchOrderSchema: v.GenericSchema<WatchOrder> = v.object({
	malId,
	start: told(malId, 'where to start to get to the title asked for'),
	items: v.array(
		v.object({
			malId,
			role: told(
				v.picklist(['start', 'beginning', 'part', 'extra']),
				'beginning: starts another line; extra: a recap, special or clip',
			),
			relation: told(
				v.nullable(v.object({ kind: v.picklist(RELATION_KINDS), malId })),
				'the title is the <kind> of malId',
			),
			entry: told(
				v.nullable(v.object({ status: v.picklist(LIST_STATUSES), score: v.nullable(v.number()) })),
				'what the list says of it',
			),
		}),
	),
	anime,
});

const details: v.GenericSchema<TitleDetails> = v.object({
	synopsis: told(text, 'plain text, paragraphs apart by a blank line, at most 2,000 characters'),
	poster: text,
	streaming: told(
		v.array(v.object({ site: v.string(), url: v.string() })),
		'one for each service, at most 12',
	),
	nextEpisode: v.nullable(
		v.object({ number: count, airsAt: told(v.number(), 'milliseconds since 1970') }),
	),
});

export const detailsAnswerSchema = v.object({
	details: told(
		v.record(v.string(), details),
		'by MyAnimeList id; what is not known just now is left out',
	),
});
