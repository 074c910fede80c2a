import type { RatingRecommender, Recommender } from '#core/model/recommender.ts';
import type { EvaluationSet, EvaluationUser } from '../dataset/evaluation-set.ts';
import type { Terminal } from '../terminal.ts';
import { evaluateRatings } from './evaluate-ratings.ts';
import { evaluateRecommender } from './evaluate-recommender.ts';
import type { EvaluatedModel, ModelContext } from './models.ts';
import type { Measured } from './report.ts';

export type Preparation = Omit<ModelContext, 'onProgress'>;

/** Whom models are measured with. */
export interface MeasuringSets {
	readonly set: EvaluationSet;
	/** Users of both splits who plan enough titles. */
	readonly planned: readonly EvaluationUser[];
}

/**
 * Learns or loads one model after the other and ranks for every user; a model that is not there is
 * named and left out. Only one model is held at a time.
 */
export async function measureModels(
	models: readonly EvaluatedModel[],
	{ set, planned }: MeasuringSets,
	preparation: Preparation,
	terminal: Terminal,
): Promise<Measured[]> {
	const measured: Measured[] = [];
	for (const { key, label, prepare } of models) {
		const learning = terminal.progress(`${key}: learn`, 1);
		const start = performance.now();
		const model = await prepare({ ...preparation, onProgress: (share) => learning.update(share) });
		const preparationS = (performance.now() - start) / 1000;
		if ('missing' in model) {
			learning.finish('left out');
			terminal.warn(`${label} is not measured. ${model.missing}`);
			continue;
		}
		learning.finish();
		const ranking = terminal.progress(`${key}: rank`, set.users.length);
		const evaluation = await evaluateRecommender(model, set, {
			signal: preparation.signal,
			onProgress: (done) => ranking.update(done),
		});
		const plans = await evaluateRecommender(model, { corpus: set.corpus, users: planned });
		const ratings = rates(model) ? await evaluateRatings(model, set, preparation.signal) : null;
		ranking.finish(`${set.users.length} users`);
		measured.push({
			label,
			evaluation: { ...evaluation, name: key },
			planned: plans.views.planned,
			ratings,
			preparationS,
		});
	}
	return measured;
}

function rates(model: Recommender): model is RatingRecommender {
	return 'rate' in model && typeof model.rate === 'function';
}
