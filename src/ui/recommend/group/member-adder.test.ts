import { describe, expect, it } from 'vitest';
import type { ListFileResult } from '#files/list-file-result.ts';
import { memoryStorage } from '#tests/support/memory-storage.ts';
import { createDeviceLists } from './device-lists.ts';
import { MemberAdder } from './member-adder.svelte.ts';

const entry = { malId: 1, score: 80, status: 'completed' } as const;
const read: ListFileResult = {
	ok: true,
	entries: [entry],
	titles: ['Cowboy Bebop'],
	anilist: [],
	report: {
		format: 'mal-xml',
		scale: { outOf: 10, basis: 'format' },
		compressed: false,
		read: 1,
		accepted: 1,
		duplicates: 0,
		skipped: [],
		byStatus: { watching: 0, completed: 1, 'on-hold': 0, dropped: 0, 'plan-to-watch': 0 },
		scored: 1,
		unreadableScores: 0,
	},
};

function adderWith(result: ListFileResult) {
	const storage = memoryStorage();
	const lists = createDeviceLists(() => storage);
	const title = { malId: 1, title: 'Cowboy Bebop', english: null, native: null } as const;
	const adder = new MemberAdder({
		read: async () => result,
		finder: {
			name: async () => ({ ok: true, titles: [{ ...title, type: 'TV', year: 1998 }] }),
			malIds: async () => ({ ok: true, malIds: new Map() }),
		},
		facts: '/facts.json',
		lists,
		now: () => new Date('2026-11-23T08:00:00Z'),
	});
	return { adder, lists };
}

describe('bringing a list of the device along', () => {
	it('reads files, each into a place of its own', async () => {
		const { adder, lists } = adderWith(read);
		const first = await adder.addFile(new File([], 'ann.xml'), []);
		expect(first).toEqual({ kind: 'device', slot: 1 });
		expect(await adder.addFile(new File([], 'bo.xml'), first ? [first] : [])).toEqual({
			kind: 'device',
			slot: 2,
		});
		expect([1, 2].map((slot) => lists.load(slot)?.name)).toEqual(['ann.xml', 'bo.xml']);
		expect(lists.load(1)?.entries).toEqual([entry]);
		expect(adder.step).toEqual({ at: 'start' });
	});

	it('tells why a file could not be read, and adds nobody', async () => {
		const { adder } = adderWith({ ok: false, reason: 'empty', detail: {} });
		expect(await adder.addFile(new File([], 'empty.xml'), [])).toBeNull();
		expect(adder.step).toMatchObject({ at: 'failed', name: 'empty.xml' });
	});

	it('takes in rated titles from behind the sign that browsers keep to themselves', () => {
		const { adder, lists } = adderWith(read);
		expect(adder.addRated('', [])).toBeNull();
		expect(adder.addRated('#r=1-8_5114', [])).toEqual({ kind: 'device', slot: 1 });
		expect(lists.load(1)).toMatchObject({
			name: 'Rated titles',
			entries: [entry, { malId: 5114, score: null, status: 'completed' }],
		});
	});
});
