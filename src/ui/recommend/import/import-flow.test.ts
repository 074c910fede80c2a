import { describe, expect, it } from 'vitest';
import type { ListFileResult, ReadList } from '#files/list-file-result.ts';
import type { MalIdsResult, NameResult } from '../search/title-finder.ts';
import type { DeviceList } from '../profile/device-list.ts';
import { ImportFlow } from './import-flow.svelte.ts';

const read: ReadList = {
	ok: true,
	entries: [
		{ malId: 1, score: 80, status: 'completed' },
		{ malId: 2, score: null, status: 'dropped' },
	],
	titles: ['Cowboy Bebop', 'A fan film'],
	anilist: [],
	report: {
		format: 'mal-xml',
		scale: { outOf: 10, basis: 'format' },
		compressed: false,
		read: 2,
		accepted: 2,
		duplicates: 0,
		skipped: [],
		byStatus: { watching: 0, completed: 1, 'on-hold': 0, dropped: 1, 'plan-to-watch': 0 },
		scored: 1,
		unreadableScores: 0,
	},
};

interface Circumstances {
	readonly result?: () => Promise<ListFileResult>;
	readonly known?: NameResult;
	readonly malIds?: MalIdsResult;
	readonly before?: DeviceList | null;
	readonly keeps?: boolean;
}

function flowWith({ result, known, malIds, before = null, keeps = true }: Circumstances) {
	const saved: DeviceList[] = [];
	const flow = new ImportFlow({
		read: async () => (result ? result() : read),
		finder: {
			name: async () => known ?? { ok: true, titles: [bebop] },
			malIds: async () => malIds ?? { ok: true, malIds: new Map([[21087, [30276]]]) },
		},
		facts: '/facts.json',
		lists: {
			load: () => before,
			save(list) {
				if (keeps) saved.push(list);
				return keeps;
			},
			remove: () => undefined,
		},
		now: () => new Date('2026-11-23T08:00:00Z'),
	});
	return { flow, saved };
}

const bebop = {
	malId: 1,
	title: 'Cowboy Bebop',
	english: null,
	native: null,
	type: 'TV',
	year: 1998,
} as const;
const file = new File(['x'], 'list.xml');
const kept = {
	name: 'list.xml',
	importedAt: '2026-11-23T08:00:00.000Z',
	entries: [{ malId: 1, score: 80, status: 'completed' }],
};

describe('import', () => {
	it('reports what matched and what did not, and keeps what matched', async () => {
		const { flow, saved } = flowWith({});
		await flow.take(file);
		expect(flow.step).toMatchObject({
			at: 'report',
			keeping: 'kept',
			match: { unknown: [{ malId: 2, title: 'A fan film' }] },
		});
		expect(saved).toEqual([kept]);
	});

	it('turns AniList’s ids into MyAnimeList’s, and says which it could not', async () => {
		const anilist = [21087, 404].map((anilistId) => ({
			anilistId,
			score: 70,
			status: 'watching' as const,
			title: '',
		}));
		const result = async () => ({ ...read, entries: [], titles: [], anilist });
		const { flow, saved } = flowWith({ result });
		await flow.take(file);
		expect(flow.step).toMatchObject({ match: { unresolved: [{ anilistId: 404 }], unknown: [] } });
		expect(saved).toEqual([
			{ ...kept, entries: [{ malId: 30276, score: 70, status: 'watching' }] },
		]);
	});

	it('fetches no ids for a list that has none of AniList', async () => {
		const { flow } = flowWith({ malIds: { ok: false, reason: 'offline' } });
		await flow.take(file);
		expect(flow.step).toMatchObject({ at: 'report' });
	});

	it('reads scores out of 100 when the visitor says so, and keeps that', async () => {
		const assumed: ReadList = {
			...read,
			report: { ...read.report, scale: { outOf: 10, basis: 'assumed' } },
		};
		const { flow, saved } = flowWith({ result: async () => assumed });
		await flow.take(file);
		flow.rescale(100);
		expect(flow.step).toMatchObject({
			keeping: 'kept',
			report: { scale: { outOf: 100, basis: 'chosen' } },
		});
		expect(saved.at(-1)?.entries).toEqual([{ malId: 1, score: 8, status: 'completed' }]);
		flow.rescale(10);
		expect(saved.at(-1)?.entries).toEqual(kept.entries);
	});

	it('asks before it replaces another list', async () => {
		const { flow, saved } = flowWith({ before: { ...kept, entries: [] } });
		await flow.take(file);
		expect(flow.step).toMatchObject({ at: 'report', keeping: 'asking' });
		expect(saved).toEqual([]);
		flow.replace();
		expect(flow.step).toMatchObject({ keeping: 'kept' });
		expect(saved).toEqual([kept]);
	});

	it('says that the device keeps nothing', async () => {
		const { flow } = flowWith({ keeps: false });
		await flow.take(file);
		expect(flow.step).toMatchObject({ at: 'report', keeping: 'refused' });
	});

	it.each([
		[{ result: async () => ({ ok: false, reason: 'empty', detail: {} }) as const }, /empty/],
		[{ result: () => Promise.reject(new Error('no worker')) }, /could not be read/],
		[{ known: { ok: false, reason: 'offline' } as const }, /connection/],
	])('ends in words when something fails', async (circumstances, heading) => {
		const { flow, saved } = flowWith(circumstances);
		await flow.take(file);
		expect(flow.step.at).toBe('failed');
		expect(flow.step.at === 'failed' && flow.step.text.heading).toMatch(heading);
		expect(saved).toEqual([]);
	});

	it('forgets a file that was put away or followed by another', async () => {
		let finish: (result: ListFileResult) => void = () => undefined;
		const { flow, saved } = flowWith({
			result: () => new Promise((resolve) => (finish = resolve)),
		});
		const taking = flow.take(file);
		expect(flow.step).toMatchObject({ at: 'reading', name: 'list.xml' });
		flow.reset();
		finish(read);
		await taking;
		expect(flow.step).toEqual({ at: 'start' });
		expect(saved).toEqual([]);
	});
});
