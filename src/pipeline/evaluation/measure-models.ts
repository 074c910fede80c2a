import type { Terminal } from '../terminal.ts';
import type { EvaluationSet } from '../dataset/evaluation-set.ts';
import { evaluateRecommender } from './evaluate-recommender.ts';
import type { EvaluatedModel, ModelContext } from './models.ts';
import type { Measured } from './report.ts';

type Preparation = Omit<ModelContext, 'onProgress'>;

/**
 * Learns or loads one model after the other and ranks for every user; a model that is not there is
 * named and left out. Only one model is held at a time.
 */
export async function measureModels(
	models: readonly EvaluatedModel[],
	set: EvaluationSet,
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
		ranking.finish(`${set.users.length} users`);
		measured.push({ label, evaluation: { ...evaluation, name: key }, preparationS });
	}
	return measured;
}
