import * as v from 'valibot';
import { LIST_SITES } from '#core/profile/site-list.ts';
import { routeQuerySchema } from '../route-request.ts';
import { searchQuerySchema } from '../search-request.ts';
import { similarQuerySchema } from '../similar-request.ts';
import { titleDetailsRequestSchema } from '../title-details-request.ts';
import { titleIdSchema } from '../title-id.ts';
import * as answers from './answer-schemas.ts';
import { neighbourAnswerSchema, routeAnswerSchema } from './atlas-schemas.ts';
import { RANKING_FAILURES, type Operation } from './operation.ts';

const id = titleIdSchema;

/** Calls about titles. */
export const TITLE_OPERATIONS: readonly Operation[] = [
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
		answer: { name: 'NeighbourAnswer', schema: neighbourAnswerSchema },
		failures: ['invalid-request', 'unknown-title'],
		example: { path: '/api/v1/anime/1535/neighbours' },
	},
	{
		id: 'getRoute',
		method: 'GET',
		route: '/api/v1/anime/[id]/route',
		summary: 'The way from a title to another',
		description:
			'Stepping stones between two titles of the map: few steps and strong ones, each from a title to a neighbour; over adult titles only from or to one.',
		path: { id },
		query: routeQuerySchema,
		answer: { name: 'RouteAnswer', schema: routeAnswerSchema },
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
