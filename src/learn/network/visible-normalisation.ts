import { normalisationOf, type ScoreNormalisation } from '#core/profile/score-normalisation.ts';
import type { MaskedLists } from './autoencoder-task.ts';

/** How the owner of a list uses the scale, as far as the visible entries show. */
export function visibleNormalisation(
	{ lists, hidden }: Pick<MaskedLists, 'lists' | 'hidden'>,
	start: number,
	end: number,
): ScoreNormalisation {
	let [count, sum, squares] = [0, 0, 0];
	for (let at = start; at < end; at++) {
		const score = lists.scores[at] ?? 0;
		if (hidden[at] || score === 0) continue;
		count++;
		sum += score;
		squares += score * score;
	}
	return normalisationOf(count, sum, squares);
}
