import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { RankingModel } from '../../model/recommender.ts';
import type { Others } from '../others.ts';
import {
	LEAST_SCORES_TO_JUDGE,
	LEAST_TITLES_TO_JUDGE,
	type ModelKnowledge,
} from '../profile-analytics.ts';
import type { ReadList } from '../watched-titles.ts';
import { franchiseFolds } from './franchise-folds.ts';
import { hideAndPredict } from './hide-and-predict.ts';
import { scoreKnowledge } from './score-knowledge.ts';
import { titleKnowledge } from './title-knowledge.ts';

const NOTHING: ModelKnowledge = { folds: 0, scores: null, titles: null };

/** Finds out how well a model tells parts of lists from the rest of them. */
export function createModelKnowledge(
	catalogue: Catalogue,
	model: RankingModel,
	others: Others,
): (list: ReadList) => ModelKnowledge {
	const itemOf = new Map(Array.from(model.items, (malId, item) => [malId, item]));
	const members = Float32Array.from(model.items, (malId) => {
		const index = catalogue.indexOf(malId);
		return index === undefined ? 0 : catalogue.anime(index).members;
	});
	const predictor = { model, others, members, itemOf };
	return ({ watched, entries }) => {
		const known = watched.filter(({ entry }) => itemOf.has(entry.malId));
		// Scores alone are never more than titles.
		if (known.length < Math.min(LEAST_TITLES_TO_JUDGE, LEAST_SCORES_TO_JUDGE)) return NOTHING;
		const folds = franchiseFolds(catalogue, known);
		if (folds.length < 2) return NOTHING;
		const hidden = folds.flatMap((fold) => {
			const away = new Set(fold.map(({ entry }) => entry.malId));
			const rest = entries.filter(({ malId }) => !away.has(malId));
			return hideAndPredict(predictor, rest, fold);
		});
		const scores = hidden.flatMap(({ score, predicted, guess }) =>
			score === null || guess === null ? [] : { score, predicted, guess },
		);
		// Whoever dropped a title was not right to have it recommended.
		const kept = hidden.filter(({ status }) => status !== 'dropped');
		return {
			folds: folds.length,
			scores: scores.length < LEAST_SCORES_TO_JUDGE ? null : scoreKnowledge(scores),
			titles: kept.length < LEAST_TITLES_TO_JUDGE ? null : titleKnowledge(kept),
		};
	};
}
