import { describe, expect, it } from 'vitest';
import { ListBuilder, type SiteRow } from './list-builder.ts';

const row = (changed: Partial<SiteRow> = {}): SiteRow => ({
	score: null,
	status: 'completed',
	progress: 0,
	rewatches: 0,
	startedOn: null,
	finishedOn: null,
	...changed,
});

describe('list builder', () => {
	it('keeps the order of the site and counts what is about no known title', () => {
		const builder = new ListBuilder();
		builder.add([5], row({ score: 70 }));
		builder.add([], row());
		builder.add([3, 4], row({ status: 'watching' }));
		expect(builder.outcome()).toEqual({
			ok: true,
			list: {
				entries: [
					{ malId: 5, ...row({ score: 70 }) },
					{ malId: 3, ...row({ status: 'watching' }) },
					{ malId: 4, ...row({ status: 'watching' }) },
				],
				unresolved: 1,
			},
		});
	});

	it.each([0, 1])(
		'merges rows about one title to what tells most, whatever the order (%i)',
		(k) => {
			const rows = [
				row({ status: 'plan-to-watch', score: 80, progress: 3, startedOn: '2014' }),
				row({
					status: 'dropped',
					score: 60,
					progress: 12,
					rewatches: 1,
					startedOn: '2013-04',
					finishedOn: '2013-06-30',
				}),
			];
			const builder = new ListBuilder();
			for (const one of k === 0 ? rows : rows.toReversed()) builder.add([1], one);
			expect(builder.outcome()).toEqual({
				ok: true,
				list: {
					entries: [
						{
							malId: 1,
							status: 'dropped',
							score: 80,
							progress: 12,
							rewatches: 1,
							startedOn: '2013-04',
							finishedOn: '2013-06-30',
						},
					],
					unresolved: 0,
				},
			});
		},
	);

	it('is empty when no title is known', () => {
		const builder = new ListBuilder();
		builder.add([], row());
		expect(builder.outcome()).toEqual({ ok: false, reason: 'empty-list' });
	});
});
