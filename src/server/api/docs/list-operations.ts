import * as v from 'valibot';
import { LIST_SITES } from '#core/profile/site-list.ts';
import { lanesRequestSchema, userLanesRequestSchema } from '../lanes-request.ts';
import { predictionRequestSchema } from '../prediction-request.ts';
import { profileQuerySchema, profileRequestSchema } from '../profile-request.ts';
import { recommendationRequestSchema, userRequestSchema } from '../recommendation-request.ts';
import * as answers from './answer-schemas.ts';
import { predictedScoresSchema } from './atlas-schemas.ts';
import { lanesAnswerSchema, userLanesAnswerSchema } from './lane-schemas.ts';
import { profileAnswerSchema, userProfileAnswerSchema } from './profile-schemas.ts';
import * as together from './together-schemas.ts';
import { compareRequestSchema, groupRequestSchema } from '../together-request.ts';
import { BODY_FAILURES, RANKING_FAILURES, type Operation } from './operation.ts';

/** Calls about lists. */
export const LIST_OPERATIONS: readonly Operation[] = [
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
		id: 'recommendForGroup',
		method: 'POST',
		route: '/api/v1/groups',
		summary: 'Recommendations for several lists at once',
		description:
			'For people who watch together: up to eight lists, brought along or read by user name. Each member’s titles get points by their places alone, so that no list outweighs another; the points of a title for the group are (1 − fairness) · mean + fairness · least. What one member has seen, dropped, under way or hidden counts for all. A list that its site does not give is left out and named in the answer.',
		body: { name: 'GroupRequest', schema: groupRequestSchema },
		answer: { name: 'GroupAnswer', schema: together.groupAnswerSchema },
		failures: [...BODY_FAILURES, ...RANKING_FAILURES],
		example: {
			path: '/api/v1/groups',
			body: {
				members: [
					{
						entries: [
							{ malId: 1535, score: 90 },
							{ malId: 16498, score: 80 },
						],
					},
					{ entries: [{ malId: 4224, score: 100 }] },
				],
				fairness: 0.7,
				limit: 2,
			},
		},
	},
	{
		id: 'compareLists',
		method: 'POST',
		route: '/api/v1/comparisons',
		summary: 'Two lists held against each other',
		description:
			'How far two people judge alike, what both love, where they differ most, and what each should show the other. Scores are compared as percentiles among all scores of their owner, so that harsh and generous scorers can be told apart from different tastes.',
		body: { name: 'CompareRequest', schema: compareRequestSchema },
		answer: { name: 'Comparison', schema: together.comparisonSchema },
		failures: [...BODY_FAILURES, ...RANKING_FAILURES],
		readsList: true,
		example: {
			path: '/api/v1/comparisons',
			body: {
				lists: [
					{
						entries: [
							{ malId: 1535, score: 90 },
							{ malId: 16498, score: 80 },
						],
					},
					{
						entries: [
							{ malId: 1535, score: 60 },
							{ malId: 4224, score: 100 },
						],
					},
				],
				limit: 3,
			},
		},
	},
	{
		id: 'getList',
		method: 'GET',
		route: '/api/v1/users/[source=site]/[name]/list',
		summary: 'The list of a user of another site',
		description:
			'What Sprout reads of a public list, from its cache while it is fresh (minutes), else from the site: ids, scores and statuses, so that it can be ranked elsewhere together with a list that stays where it is.',
		path: {
			source: v.picklist(LIST_SITES),
			name: v.pipe(v.string(), v.description('user name, percent-encoded')),
		},
		query: v.strictObject({}),
		answer: { name: 'UserList', schema: together.userListSchema },
		failures: ['invalid-request'],
		readsList: true,
		example: { path: '/api/v1/users/anilist/NAME/list' },
	},
	{
		id: 'getLanes',
		method: 'POST',
		route: '/api/v1/lanes',
		summary: 'Lanes for a list',
		description:
			'Rows of titles that have one thing in common: next in the franchises of the list, its plans, this season and what is to come, what is like the titles that explain most, films, hidden gems, and what lies outside of its usual genres. The filters are those of recommendations. No title stands in two lanes; nothing of a franchise that is dropped, watched or on hold stands in any.',
		body: { name: 'LanesRequest', schema: lanesRequestSchema },
		answer: { name: 'LanesAnswer', schema: lanesAnswerSchema },
		failures: [...BODY_FAILURES, ...RANKING_FAILURES],
		example: {
			path: '/api/v1/lanes',
			body: {
				entries: [
					{ malId: 16498, score: 90 },
					{ malId: 1535, score: 80 },
					{ malId: 199, status: 'plan-to-watch' },
				],
				today: '2026-11-26',
			},
		},
	},
	{
		id: 'getLanesForUser',
		method: 'POST',
		route: '/api/v1/users/[source=site]/[name]/lanes',
		summary: 'Lanes for a user of another site',
		description: 'The same for the list that somebody has on another site.',
		path: {
			source: v.picklist(LIST_SITES),
			name: v.pipe(v.string(), v.description('user name, percent-encoded')),
		},
		body: { name: 'UserLanesRequest', schema: userLanesRequestSchema },
		answer: { name: 'UserLanesAnswer', schema: userLanesAnswerSchema },
		failures: [...BODY_FAILURES, ...RANKING_FAILURES],
		readsList: true,
		example: { path: '/api/v1/users/anilist/NAME/lanes', body: { today: '2026-11-26' } },
	},
	{
		id: 'describeProfile',
		method: 'POST',
		route: '/api/v1/profile',
		summary: 'What a list says of its owner',
		description:
			'Counts and means beside those of real lists (facts), and what the model makes of the list: what matters and what surprises, groups of titles, how well it tells parts of the list from the rest (insights, up to half a second). Nothing of the request is kept or logged.',
		body: { name: 'ProfileRequest', schema: profileRequestSchema },
		answer: { name: 'ProfileAnswer', schema: profileAnswerSchema },
		failures: [...BODY_FAILURES, ...RANKING_FAILURES],
		example: {
			path: '/api/v1/profile',
			body: {
				entries: [
					{ malId: 1535, score: 90 },
					{ malId: 16498, score: 80, status: 'watching', progress: 12 },
				],
				parts: ['facts'],
			},
		},
	},
	{
		id: 'describeUser',
		method: 'GET',
		route: '/api/v1/users/[source=site]/[name]/profile',
		summary: 'What the list of a user of another site says',
		description:
			'The same for the list that somebody has on another site, which also tells the episodes watched.',
		path: {
			source: v.picklist(LIST_SITES),
			name: v.pipe(v.string(), v.description('user name, percent-encoded')),
		},
		query: profileQuerySchema,
		answer: { name: 'UserProfileAnswer', schema: userProfileAnswerSchema },
		failures: ['invalid-request', ...RANKING_FAILURES],
		readsList: true,
		example: { path: '/api/v1/users/anilist/NAME/profile?parts=facts,insights' },
	},
	{
		id: 'predictScores',
		method: 'POST',
		route: '/api/v1/predictions',
		summary: 'Scores to expect',
		description:
			'The score that the owner of a list would give each title of the catalogue, on the own scale. Nothing of the request is kept or logged.',
		body: { name: 'PredictionRequest', schema: predictionRequestSchema },
		answer: { name: 'PredictedScores', schema: predictedScoresSchema },
		failures: [...BODY_FAILURES, ...RANKING_FAILURES],
		example: {
			path: '/api/v1/predictions',
			body: { entries: [{ malId: 1535, score: 90 }] },
		},
	},
];
