import { expect, it } from 'vitest';
import { idSources } from '#tests/support/id-sources.ts';
import { parsePredictionRequest } from './prediction-request.ts';

it('takes a list and fills in what may be left out', () => {
	const entries = [{ malId: 1, score: 70 }, { malId: 2 }, { malId: 1, status: 'dropped' }];
	expect(parsePredictionRequest({ entries }, idSources)).toEqual({
		ok: true,
		request: [
			{ malId: 1, score: null, status: 'dropped' },
			{ malId: 2, score: null, status: 'completed' },
		],
	});
});

it.each([null, [], {}, { entries: [{ malId: 0 }] }, { entries: [], limit: 5 }])(
	'refuses %j',
	(body) => {
		expect(parsePredictionRequest(body, idSources).ok).toBe(false);
	},
);
