import * as v from 'valibot';
import { AIRING_STATUSES, ANIME_TYPES } from '#core/catalogue/anime.ts';
import type { SiteListSummary } from '#core/profile/site-user.ts';
import { LANE_KINDS, type Lane, type LaneReason, type LanesAnswer } from '#core/rank/lanes/lane.ts';
import { PART_PLACES } from '#core/rank/lanes/next-parts.ts';
import {
	anime,
	count,
	describedEntries,
	likeEntries,
	listSummary,
	malId,
	text,
	told,
} from './answer-schemas.ts';

const laneReason: v.GenericSchema<LaneReason> = v.variant('kind', [
	v.object({
		kind: v.literal('next'),
		place: told(v.picklist(PART_PLACES), 'where its story stands to that of the seen title'),
		seen: malId,
	}),
	v.object({ kind: v.literal('planned') }),
	v.object({ kind: v.literal('alike'), ...likeEntries }),
	v.object({
		kind: v.literal('season'),
		upcoming: v.boolean(),
		startDate: text,
		after: told(v.nullable(malId), 'id of the seen title that it goes on from'),
	}),
	v.object({ kind: v.literal('film') }),
	v.object({ kind: v.literal('little-known'), members: count }),
	v.object({
		kind: v.literal('unfamiliar'),
		tag: v.string(),
		count: told(count, 'titles of the list that have it'),
	}),
]);

const lane: v.GenericSchema<Lane> = v.object({
	kind: v.picklist(LANE_KINDS),
	about: told(
		v.nullable(
			v.object({ malId, reason: v.picklist(['liked', 'disliked', 'watched', 'dropped']) }),
		),
		'the title of the list that a lane of the kind because goes out from',
	),
	more: told(
		v.nullable(
			v.object({
				only: v.exactOptional(
					v.object({
						types: v.exactOptional(v.array(v.picklist(ANIME_TYPES))),
						statuses: v.exactOptional(v.array(v.picklist(AIRING_STATUSES))),
					}),
				),
				popularity: v.exactOptional(
					v.object({ least: v.exactOptional(v.number()), most: v.exactOptional(v.number()) }),
				),
			}),
		),
		'keys of a request for recommendations that goes on with the lane; null where none do',
	),
	items: v.array(v.object({ ...describedEntries, reason: laneReason })),
});

const lanes = told(v.array(lane), 'in the order to show them; one that would be empty is left out');

export const lanesAnswerSchema: v.GenericSchema<LanesAnswer> = v.object({ lanes, anime });

export const userLanesAnswerSchema: v.GenericSchema<LanesAnswer & { list: SiteListSummary }> =
	v.object({ lanes, anime, list: listSummary });
