import { expect, it } from 'vitest';
import { whatIfWords } from './what-if-words.ts';

it.each([
	[undefined, 'at 4'],
	[{ changed: [], ignored: [20] }, 'changes nothing: it is not seen on this list'],
	[{ changed: [{ malId: 20, from: 90, to: 40 }], ignored: [] }, 'at 4 instead of 9'],
	[{ changed: [{ malId: 20, from: 85, to: 40 }], ignored: [] }, 'at 4 instead of 8.5'],
	[{ changed: [{ malId: 20, from: null, to: 40 }], ignored: [] }, 'at 4 instead of no score'],
])('says of a score that is tried out, with %j: %s', (outcome, words) => {
	expect(whatIfWords({ malId: 20, score: 40 }, outcome)).toBe(words);
});
