import { describe, expect, it } from 'vitest';
import { memoryStorage } from '#tests/support/memory-storage.ts';
import { createDeviceListStore } from '../profile/device-list.ts';
import { createDeviceLists } from './device-lists.ts';

const list = (name: string) => ({
	name,
	importedAt: '2026-11-23T08:00:00.000Z',
	entries: [{ malId: 1, score: 80, status: 'completed' as const }],
});

describe('lists of this device for groups', () => {
	it('are kept apart from the imported one, which can be read', () => {
		const storage = memoryStorage();
		createDeviceListStore(() => storage).save(list('mine.xml'));
		const lists = createDeviceLists(() => storage);
		lists.save(2, list('theirs.xml'));
		expect(lists.load(0)?.name).toBe('mine.xml');
		expect(lists.load(1)).toBeNull();
		// Another page finds the same.
		expect(createDeviceLists(() => storage).load(2)?.name).toBe('theirs.xml');
	});

	it('leave the device when they are taken out, the imported one excepted', () => {
		const storage = memoryStorage();
		createDeviceListStore(() => storage).save(list('mine.xml'));
		const lists = createDeviceLists(() => storage);
		lists.save(1, list('theirs.xml'));
		lists.forget(0);
		lists.forget(1);
		expect(lists.load(1)?.name).toBe('theirs.xml');
		const later = createDeviceLists(() => storage);
		expect([later.load(0)?.name, later.load(1)]).toEqual(['mine.xml', null]);
	});

	it('serve this page where the browser keeps nothing', () => {
		const lists = createDeviceLists(() => {
			throw new Error('Storage is switched off.');
		});
		lists.save(1, list('theirs.xml'));
		expect(lists.load(1)?.name).toBe('theirs.xml');
	});

	it('take the first empty place, and an unused one where none is empty', () => {
		const storage = memoryStorage();
		const lists = createDeviceLists(() => storage);
		lists.save(1, list('a.xml'));
		expect(lists.freeSlot([])).toBe(2);
		expect(lists.freeSlot([2])).toBe(3);
		for (let slot = 1; slot <= 8; slot++) lists.save(slot, list('full.xml'));
		expect(lists.freeSlot([1, 2])).toBe(3);
	});
});
