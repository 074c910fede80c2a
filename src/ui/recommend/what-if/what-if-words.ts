import type { WhatIf, WhatIfOutcome } from '#core/rank/what-if.ts';
import { scoreText } from '../profile/rating-scale.ts';

/**
 * What is said after the name of a title whose score is tried out: `at 4 instead of 9`.
 *
 * @param outcome what the newest answer says of it; until it has come only the new score is known
 */
export function whatIfWords({ malId, score }: WhatIf, outcome: WhatIfOutcome | undefined): string {
	if (outcome?.ignored.includes(malId)) return 'changes nothing: it is not seen on this list';
	const changed = outcome?.changed.find((one) => one.malId === malId);
	if (changed === undefined) return `at ${scoreText(score)}`;
	return changed.from === null
		? `at ${scoreText(score)} instead of no score`
		: `at ${scoreText(score)} instead of ${scoreText(changed.from)}`;
}
