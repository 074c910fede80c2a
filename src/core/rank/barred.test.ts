import { describe, expect, it } from 'vitest';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import type { ListEntry } from '../profile/list-entry.ts';
import { barredTitles, closedFranchises } from './barred.ts';
import { seenState } from './franchise-rules.ts';
import { mapItems } from './item-map.ts';
import type { RecommendationRequest } from './recommendation.ts';

const catalogue = smallCatalogue(
	[
		{ malId: 1, franchise: 'show' },
		{ malId: 2, franchise: 'show' },
		{ malId: 3, franchise: 'show' },
		{ malId: 4 },
	],
	[
		[1, 'sequel', 2],
		[1, 'summary', 3],
	],
);
const ids = [1, 2, 3, 4];
const map = mapItems(catalogue, Int32Array.from(ids));

function of(
	entries: readonly ListEntry[],
	wishes: Pick<RecommendationRequest, 'hidden' | 'plans'> = {},
) {
	const seen = seenState(catalogue, entries);
	const barred = barredTitles(catalogue, map, seen, wishes);
	return {
		barred: ids.filter((_, index) => barred[index] === 1),
		closed: [...closedFranchises(catalogue, seen, wishes)],
	};
}
const entry = (malId: number, status: ListEntry['status']) => ({ malId, status, score: null });

describe('what never appears', () => {
	it('is what was seen, with its recaps', () => {
		expect(of([entry(1, 'completed')])).toEqual({ barred: [1, 3], closed: [] });
		expect(of([entry(4, 'dropped')])).toEqual({ barred: [4], closed: [1] });
	});

	it('is what the visitor hid: a title, or a franchise by any of its members', () => {
		expect(of([], { hidden: { titles: [2, 999] } })).toEqual({ barred: [2], closed: [] });
		expect(of([], { hidden: { franchises: [2] } })).toEqual({ barred: [1, 2, 3], closed: [0] });
	});

	it('is a plan and the way to it, where plans are hidden', () => {
		const plan = [entry(2, 'plan-to-watch')];
		expect(of(plan, { plans: 'mark' }).barred).toEqual([]);
		expect(of(plan, { plans: 'hide' }).barred).toEqual([1, 2]);
	});
});
