import * as v from 'valibot';
import type { RecommendationRequest } from '#core/rank/recommendation.ts';
import { LIST_SITES } from '#core/profile/site-list.ts';
import type { ApiFailure } from '../failures.ts';
import { predictionRequestSchema } from '../prediction-request.ts';
import { recommendationRequestSchema, userRequestSchema } from '../recommendation-request.ts';
import { routeQuerySchema } from '../route-request.ts';
import { searchQuerySchema } from '../search-request.ts';
import { similarQuerySchema } from '../similar-request.ts';
import { titleDetailsRequestSchema } from '../title-details-request.ts';
import { titleIdSchema } from '../title-id.ts';
import * as answers from './answer-schemas.ts';

type ObjectSchema = v.StrictObjectSchema<v.ObjectEntries, undefined>;

/** A call of the API: what documents it, tests it and says which method its route takes. */
export interface Operation {
	/** Name for generated clients. */
	readonly id: string;
	readonly method: 'GET' | 'POST';
	/** Folder of the route; a parameter of its name is one of `path`. */
	readonly route: string;
	readonly summary: string;
	readonly description: string;
	readonly path?: v.ObjectEntries;
	readonly query?: ObjectSchema;
	readonly body?: { readonly name: string; readonly schema: ObjectSchema };
	readonly answer: { readonly name: string; readonly schema: v.GenericSchema };
	readonly failures: readonly ApiFailure[];
	/** Whether a list is read by user name, which fails in ways of its own. */
	readonly readsList?: true;
	readonly example: { readonly path: string; readonly body?: object };
}

const BODY_FAILURES = [
	'invalid-json',
	'invalid-request',
	'incomplete-body',
	'too-large',
	'unsupported-media-type',
] as const;
const RANKING_FAILURES = ['busy', 'unavailable', 'timeout'] as const;
const id = titleIdSchema;

export const OPERATIONS: readonly Operation[] = [
	{
		id: 'recommend',
		method: 'POST',
		route: '/api/v1/recommendations',
		summary: 'Recommendations for a list',
		description:
			'Ranks the catalogue for a list. Nothing of the request is kept or logged. The body is at most 512 KB; everything but entries may be left out, unknown keys are refused.',
		body: { name: 'RecommendationRequest', schema: recommendationRequestSchema },
		answer: { name: 'RecommendationAnswer', schema: answers.recommendationAnswerSchema },
		failures: [...BODY_FAILURES, ...RANKING_FAILURES],
		example: {
			path: '/api/v1/recommendations',
			body: {
				entries: [
					{ malId: 1535, score: 90 },
					{ malId: 16498, score: 80 },
				],
				limit: 3,
			},
		},
	},
	{
		id: 'recommendForUser',
		method: 'POST',
		route: '/api/v1/users/[source=site]/[name]/recommendations',
		summary: 'Recommendations for a user of another site',
		description:
			'The same for the list that somebody has on another site, which Sprout gets by itself: from its cache while it is fresh (minutes), else from the site. Where the site gives no list, the code of the error is the reason.',
		path: {
			source: v.picklist(LIST_SITES),
			name: v.pipe(v.string(), v.description('user name, percent-encoded')),
		},
		body: { name: 'UserRecommendationRequest', schema: userRequestSchema },
		answer: { name: 'UserRecommendationAnswer', schema: answers.userAnswerSchema },
		failures: [...BODY_FAILURES, ...RANKING_FAILURES],
		readsList: true,
		example: { path: '/api/v1/users/anilist/NAME/recommendations', body: { limit: 3 } },
	},
	{
		id: 'predictScores',
		method: 'POST',
		route: '/api/v1/predictions',
		summary: 'Scores to expect',
		description:
			'The score that the owner of a list would give each title of the catalogue, on the own scale. Nothing of the request is kept or logged.',
		body: { name: 'PredictionRequest', schema: predictionRequestSchema },
		answer: { name: 'PredictedScores', schema: answers.predictedScoresSchema },
		failures: [...BODY_FAILURES, ...RANKING_FAILURES],
		example: {
			path: '/api/v1/predictions',
			body: { entries: [{ malId: 1535, score: 90 }] },
		},
	},
	{
		id: 'searchAnime',
		method: 'GET',
		route: '/api/v1/anime',
		summary: 'Titles by name',
		description:
			'Titles that a name may mean, the likeliest first: any of their names, also misspelt, abbreviated or in another romanisation.',
		query: searchQuerySchema,
		answer: { name: 'SearchAnswer', schema: answers.searchAnswerSchema },
		failures: ['invalid-request'],
		example: { path: '/api/v1/anime?q=shingeki&limit=3' },
	},
	{
		id: 'getAnime',
		method: 'GET',
		route: '/api/v1/anime/[id]',
		summary: 'Facts of a title',
		description:
			'All that the catalogue knows of a title. An AniList id that stands for several titles means the one with most members.',
		path: { id },
		answer: { name: 'AnimeFacts', schema: answers.animeFactsSchema },
		failures: ['invalid-request', 'unknown-title'],
		example: { path: '/api/v1/anime/anilist:1535' },
	},
	{
		id: 'getSimilarAnime',
		method: 'GET',
		route: '/api/v1/anime/[id]/similar',
		summary: 'Titles like one',
		description:
			'From the model, with what is alike. Of another franchise one title is given: the start of the story that its most similar member leads back to. Recaps are never given, music videos and advertisements only for one of them, adult titles only for an adult one.',
		path: { id },
		query: similarQuerySchema,
		answer: { name: 'SimilarAnswer', schema: answers.similarAnswerSchema },
		failures: ['invalid-request', 'unknown-title', ...RANKING_FAILURES],
		example: { path: '/api/v1/anime/457/similar?limit=1' },
	},
	{
		id: 'getNeighbours',
		method: 'GET',
		route: '/api/v1/anime/[id]/neighbours',
		summary: 'Neighbours of a title on the map',
		description:
			'The titles that the map draws near it, from lists, relations, recommendations and the model, never from the picture; at most 20, with why each is one.',
		path: { id },
		answer: { name: 'NeighbourAnswer', schema: answers.neighbourAnswerSchema },
		failures: ['invalid-request', 'unknown-title'],
		example: { path: '/api/v1/anime/1535/neighbours' },
	},
	{
		id: 'getRoute',
		method: 'GET',
		route: '/api/v1/anime/[id]/route',
		summary: 'The way from a title to another',
		description:
			'Stepping stones between two titles of the map: few steps and strong ones, each from a title to a neighbour.',
		path: { id },
		query: routeQuerySchema,
		answer: { name: 'RouteAnswer', schema: answers.routeAnswerSchema },
		failures: ['invalid-request', 'unknown-title'],
		example: { path: '/api/v1/anime/1535/route?to=16498' },
	},
	{
		id: 'getFranchise',
		method: 'GET',
		route: '/api/v1/anime/[id]/franchise',
		summary: 'A franchise in watch order',
		description:
			'All titles of the franchise in the order to watch them, where to start to get to the one asked for, and how each belongs.',
		path: { id },
		answer: { name: 'WatchOrder', schema: answers.watchOrderSchema },
		failures: ['invalid-request', 'unknown-title'],
		example: { path: '/api/v1/anime/5081/franchise' },
	},
	{
		id: 'getFranchiseForUser',
		method: 'GET',
		route: '/api/v1/users/[source=site]/[name]/anime/[id]/franchise',
		summary: 'A franchise in watch order, with what a list says of it',
		description:
			'The same, with status and score that the list of a user of another site has for each title.',
		path: {
			source: v.picklist(LIST_SITES),
			name: v.pipe(v.string(), v.description('user name, percent-encoded')),
			id,
		},
		answer: { name: 'WatchOrder', schema: answers.watchOrderSchema },
		failures: ['invalid-request', 'unknown-title'],
		readsList: true,
		example: { path: '/api/v1/users/anilist/NAME/anime/5114/franchise' },
	},
	{
		id: 'getTitleDetails',
		method: 'GET',
		route: '/api/v1/titles/details',
		summary: 'What changes about titles',
		description:
			'Synopsis, poster, where to stream, and the next episode while it airs. It comes from AniList and is kept for seven days; without network, or when AniList takes more than 2.5 seconds, fewer titles or none are given, with status 200 all the same.',
		query: titleDetailsRequestSchema,
		answer: { name: 'TitleDetailsAnswer', schema: answers.detailsAnswerSchema },
		failures: ['invalid-request'],
		example: { path: '/api/v1/titles/details?ids=1535,9253' },
	},
];

/** Words for what the bodies hold; typed, so that no key goes without. */
export const REQUEST_WORDS: Readonly<Record<keyof RecommendationRequest, string>> = {
	entries:
		'the list; an id that stands twice counts once, the last wins. Scores are 1–100: a MyAnimeList 8 is 80. Plans are no evidence and may be recommended',
	excludedEntries: 'ids that stay seen, but do not count as evidence',
	excludedGenres: 'genres, themes and demographics that must not appear',
	include: 'what appears only when asked for; specials are OVA, ONA and specials',
	adult:
		'adult titles: hide, blur or show; blur ranks like show; true means show, false means hide',
	ratingWeight:
		'0: what one would watch, 1: what one would score highest; 0.5 is the order of the model itself. Contributions, match and strength stay those of its own score',
	niche: 'how much lesser-known stories are lifted',
	popularity:
		'range in percent of the catalogue: 0 is its least, 100 its best known title; both ends belong to it, either may be missing',
	minMembers: 'least number of people who have it on their lists',
	ignoreDislikes: 'what was dropped or disliked counts as watched, without a score',
	diversity: 'how unlike each other the first hundred titles are made to follow',
	only: 'what a title must have: all of the tags (genres, themes and demographics), one of any other kind; a type named here appears whatever include says',
	without: 'what a title must have none of',
	ranges:
		'of the first year, minutes of an episode, and episodes; what no source knows lies in no range',
	plans: 'planned titles; show and mark rank alike, hide takes the ways into them away too',
	hidden:
		'what never appears: ids, ids of any one member of a franchise, names of tags. restored: ids of dropped titles whose franchises may appear all the same',
	facets: 'also count what each choice would leave',
	offset: 'where the page starts',
	limit: 'how long it is',
};

/** Where the document itself is. */
const DOCUMENT_ROUTE = '/api/v1/openapi.json';

/** The method that a route takes; undefined for a route that is no call of the API. */
export function methodOf(route: string): 'GET' | 'POST' | undefined {
	if (route === DOCUMENT_ROUTE) return 'GET';
	return OPERATIONS.find((operation) => operation.route === route)?.method;
}
