import type { ProfileAnalytics, ProfileRequest } from '../analytics/profile-analytics.ts';
import type { RecommendationAnswer, SimilarAnswer } from './answer.ts';
import type { LanesAnswer, LanesRequest } from './lanes/lane.ts';
import type { CompareRequest, Comparison } from './compare/comparison.ts';
import type { GroupAnswer, GroupRequest } from './group/group.ts';
import type { ListEntry } from '../profile/list-entry.ts';
import type { PredictedScores } from './predicted-scores.ts';
import type { RecommendationRequest } from './recommendation.ts';
import type { SimilarRequest } from './similar-anime.ts';
import type { WatchOrder } from './watch-order.ts';

/**
 * All that a ranking can be asked: whoever adds a line here and answers it in `createRanking` has it answered by the
 * server's threads and the browser's worker as well. Requests and answers are plain data.
 */
export interface RankingQuestions {
	/** One page of recommendations for a list. */
	readonly recommend: (request: RecommendationRequest) => RecommendationAnswer;
	/** Rows of titles that have one thing in common, for a list. */
	readonly lanes: (request: LanesRequest) => LanesAnswer;
	/** Titles like one; undefined where the catalogue lacks it. */
	readonly similar: (request: SimilarRequest) => SimilarAnswer | undefined;
	/** The franchise of a title (MyAnimeList id) in watch order; undefined where the catalogue lacks it. */
	readonly watchOrder: (malId: number) => WatchOrder | undefined;
	/** What a list says of its owner. */
	readonly profile: (request: ProfileRequest) => ProfileAnalytics;
	/** One page of recommendations for several lists at once. */
	readonly group: (request: GroupRequest) => GroupAnswer;
	/** Two lists held against each other. */
	readonly compare: (request: CompareRequest) => Comparison;
	/** The scores to expect of a list's owner, of every title. */
	readonly predictScores: (entries: readonly ListEntry[]) => PredictedScores;
}

export type QuestionName = keyof RankingQuestions;
export type RequestOf<Name extends QuestionName> = Parameters<RankingQuestions[Name]>[0];
export type AnswerOf<Name extends QuestionName> = ReturnType<RankingQuestions[Name]>;

/** Answers one question by its name, here and now. */
export function answerQuestion<Name extends QuestionName>(
	ranking: RankingQuestions,
	name: Name,
	request: RequestOf<Name>,
): AnswerOf<Name> {
	// The compiler does not see that a question's request and answer go together under one name.
	const answer = ranking[name] as (request: RequestOf<Name>) => AnswerOf<Name>;
	return answer(request);
}
