import type { RankingModel } from '#core/model/recommender.ts';
import type { Terminal } from '../terminal.ts';
import type { FranchiseOf } from './candidates.ts';
import { describeUnknown } from './describe-unknown.ts';
import { createListRanker, unknownTitles } from './list-ranker.ts';
import { readLists } from './read-lists.ts';
import { createResultFile } from './result-file.ts';

/** What to rank for whom. */
export interface RecommendListsOptions {
	readonly model: RankingModel;
	/** File of lists. */
	readonly profiles: string;
	/** Titles that may be recommended, by MyAnimeList id. */
	readonly candidates: readonly number[];
	/** Where given, no title of a franchise that a list touches is recommended. */
	readonly franchiseOf: FranchiseOf | null;
	readonly top: number;
	/** File to write; `-` is standard output. */
	readonly out: string;
	readonly signal: AbortSignal;
}

const COLUMNS = ['user', 'rank', 'mal_id', 'score', 'predicted_score'];

/**
 * Ranks the candidates for every list of a file, one list at a time.
 *
 * @throws DataFileError when a file or a row can't be used; nothing is left in the result's place then
 */
export async function recommendLists(
	{ model, profiles, out, signal, ...options }: RecommendListsOptions,
	terminal: Terminal,
): Promise<void> {
	const unknown = unknownTitles(model, options.candidates);
	const left = describeUnknown('Candidates that the model does not know', unknown, 'left out');
	if (left !== null) terminal.warn(left);
	const rank = createListRanker(model, options);
	const result = createResultFile(out, COLUMNS, terminal);
	const progress = terminal.progress('Ranking', 1);
	try {
		const { users } = await readLists(
			profiles,
			({ user, entries }) => {
				rank(entries).forEach(({ malId, score, predicted }, position) => {
					const shownScore = Number(score.toPrecision(7));
					result.add([user, position + 1, malId, shownScore, inPoints(predicted)]);
				});
			},
			{ signal, onShare: (share) => progress.update(share) },
		);
		result.keep();
		progress.finish(`${users} lists`);
	} finally {
		result.discard();
	}
}

/** Points of 100 as points of 10 with three decimals. */
export function inPoints(score: number): string {
	return (score / 10).toFixed(3);
}
