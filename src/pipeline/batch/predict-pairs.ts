import type { RatingRecommender } from '#core/model/recommender.ts';
import type { Terminal } from '../terminal.ts';
import { describeUnknown } from './describe-unknown.ts';
import { unknownTitles } from './list-ranker.ts';
import { readLists } from './read-lists.ts';
import { readPairs, type Pairs } from './read-pairs.ts';
import { inPoints } from './recommend-lists.ts';
import { createResultFile } from './result-file.ts';
import { createScorePredictor } from './score-predictor.ts';

/** Whose scores of what to predict. */
export interface PredictPairsOptions {
	readonly model: RatingRecommender;
	/** File of lists. */
	readonly profiles: string;
	/** File of users and titles. */
	readonly pairs: string;
	/** File to write; `-` is standard output. */
	readonly out: string;
	readonly signal: AbortSignal;
}

const COLUMNS = ['user', 'mal_id', 'predicted_score'];

/**
 * Predicts a score for every pair, in the pairs' order, reading one list at a time.
 *
 * A user without a list is taken to judge as everybody does; a title that the model does not know gets
 * the owner's mean. Both are told.
 *
 * @throws DataFileError when a file or a row can't be used; nothing is left in the result's place then
 */
export async function predictPairs(
	{ model, profiles, pairs: pairsPath, out, signal }: PredictPairsOptions,
	terminal: Terminal,
): Promise<void> {
	const pairs = await readPairs(pairsPath, signal);
	const unknown = unknownTitles(model, [...new Set(pairs.malIds)]);
	const predict = createScorePredictor(model);
	const predicted = new Float32Array(pairs.malIds.length);
	const withoutList = new Set(pairs.placesOf.keys());
	const fill = (user: string, entries: Parameters<typeof predict>[0]) => {
		const places = pairs.placesOf.get(user) ?? [];
		const scores = predict(
			entries,
			places.map((place) => pairs.malIds[place] ?? 0),
		);
		places.forEach((place, k) => (predicted[place] = scores[k] ?? 0));
	};
	const progress = terminal.progress('Predicting', 1);
	await readLists(
		profiles,
		({ user, entries }) => {
			if (withoutList.delete(user)) fill(user, entries);
		},
		{ signal, onShare: (share) => progress.update(share) },
	);
	for (const user of withoutList) fill(user, []);
	const remarks = [
		describeUnknown('Titles that the model does not know', unknown, 'given the mean of the list'),
		describeUnknown('Users without a list', [...withoutList], 'taken to judge as everybody does'),
	];
	for (const remark of remarks) if (remark !== null) terminal.warn(remark);
	write(pairs, predicted, out, terminal);
	progress.finish(`${predicted.length} pairs`);
}

function write(
	{ users, malIds }: Pairs,
	predicted: Float32Array,
	out: string,
	terminal: Terminal,
): void {
	const result = createResultFile(out, COLUMNS, terminal);
	try {
		predicted.forEach((score, place) =>
			result.add([users[place] ?? '', malIds[place] ?? 0, inPoints(score)]),
		);
		result.keep();
	} finally {
		result.discard();
	}
}
