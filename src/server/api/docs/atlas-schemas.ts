import * as v from 'valibot';
import type { NamedNeighbour, NeighbourAnswer, RouteAnswer } from '#core/atlas/neighbour-answer.ts';
import { NEIGHBOUR_REASONS } from '#core/atlas/neighbours.ts';
import type { PredictedScores } from '#core/rank/predicted-scores.ts';
import { likeEntries, malId, share, told } from './answer-schemas.ts';

const neighbour: v.GenericSchema<NamedNeighbour> = v.object({
	malId,
	title: v.string(),
	weight: told(share, 'how near; 1 for the nearest neighbours that there are'),
	reasons: told(
		v.array(v.picklist(NEIGHBOUR_REASONS)),
		'liked-together: the same people like both; related: a source relates them; recommended: by members, one for the other; model: the model takes them for alike',
	),
	shared: likeEntries.shared,
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
