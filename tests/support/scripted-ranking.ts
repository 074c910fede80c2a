import type { AnswerOf, QuestionName, RequestOf } from '#core/rank/ranking-questions.ts';
import type { RankingOutcome } from '#server/ranking/ranking-outcome.ts';

type Script = {
	readonly [Name in QuestionName]?: (request: RequestOf<Name>) => RankingOutcome<AnswerOf<Name>>;
};

/** A ranking service that answers as the test says, and throws for questions that the test does not know. */
export function scriptedRanking(script: Script) {
	return {
		async ask<Name extends QuestionName>(
			name: Name,
			request: RequestOf<Name>,
		): Promise<RankingOutcome<AnswerOf<Name>>> {
			const answer = script[name];
			if (answer === undefined) throw new Error(`Nobody expected the question "${name}".`);
			return answer(request);
		},
	};
}
