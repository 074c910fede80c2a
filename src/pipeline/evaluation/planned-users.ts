import type { Dataset } from '../dataset/dataset.ts';
import { evaluationSet, type EvaluationUser } from '../dataset/evaluation-set.ts';
import { MIN_PLANNED } from './views.ts';

/**
 * The users of both splits who plan enough titles to check a ranking with. One split alone has some
 * forty, too few to tell models apart; since no setting is ever chosen on planned titles, those of
 * `validation` are as untouched as those of `test`.
 */
export function plannedUsers(dataset: Dataset): EvaluationUser[] {
	return (['validation', 'test'] as const).flatMap((split) =>
		evaluationSet(dataset, split).users.filter(({ planned }) => planned.size >= MIN_PLANNED),
	);
}
