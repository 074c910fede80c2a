import { expect, it } from 'vitest';
import { scoreScale } from './score-scale.ts';

it.each([
	['whole points', [90, 40, null], { least: 10, step: 10 }],
	['nothing scored', [null], { least: 10, step: 10 }],
	['halves', [90, 85], { least: 10, step: 5 }],
	['hundreds', [90, 87], { least: 1, step: 1 }],
	['hundreds below one point of ten', [90, 5], { least: 1, step: 1 }],
])('reads the scale of a list from its scores: %s', (_, scores, scale) => {
	expect(scoreScale(scores)).toEqual(scale);
});
