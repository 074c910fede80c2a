import { describe, expect, it } from 'vitest';
import { LIST_STATUSES, type ListEntry } from '#core/profile/list-entry.ts';
import { createDeviceListStore } from './device-list.ts';

function memory(start: Record<string, string> = {}, limit = Infinity) {
	const kept = new Map(Object.entries(start));
	return {
		kept,
		getItem: (key: string) => kept.get(key) ?? null,
		removeItem: (key: string) => void kept.delete(key),
		setItem(key: string, value: string) {
			if (value.length > limit) throw new DOMException('full', 'QuotaExceededError');
			kept.set(key, value);
		},
	};
}

const list = {
	name: 'animelist.xml.gz',
	importedAt: '2026-11-23T08:00:00.000Z',
	entries: LIST_STATUSES.map((status, index): ListEntry => ({
		malId: index + 1,
		score: index === 0 ? null : 85,
		status,
	})),
};

describe('list on the device', () => {
	it('comes back as it was kept, until it is deleted', () => {
		const store = createDeviceListStore(() => memoryOf);
		const memoryOf = memory();
		expect(store.load()).toBeNull();
		expect(store.save(list)).toBe(true);
		expect(store.load()).toEqual(list);
		store.remove();
		expect(store.load()).toBeNull();
	});

	it('takes under 20 characters an entry, so that 50,000 fit into what browsers grant', () => {
		const storage = memory();
		const entries = Array.from({ length: 1_000 }, (_, index): ListEntry => ({
			malId: 60_000 - index,
			score: 75,
			status: 'completed',
		}));
		createDeviceListStore(() => storage).save({ ...list, entries });
		const characters = [...storage.kept.values()].join('').length;
		expect(characters).toBeLessThan(20 * 1_000);
	});

	it('says so when the device keeps nothing', () => {
		expect(createDeviceListStore(() => memory({}, 10)).save(list)).toBe(false);
		const blocked = createDeviceListStore(() => {
			throw new DOMException('blocked', 'SecurityError');
		});
		expect(blocked.save(list)).toBe(false);
		expect(blocked.load()).toBeNull();
		expect(() => blocked.remove()).not.toThrow();
	});

	it.each([
		'',
		'{',
		'null',
		'{"version":2,"name":"a","importedAt":"2026-11-23T08:00:00.000Z","entries":[]}',
		'{"version":1,"name":"a","importedAt":"yesterday","entries":[]}',
		'{"version":1,"name":"a","importedAt":"2026-11-23T08:00:00.000Z","entries":[[1,999,1]]}',
		'{"version":1,"name":"a","importedAt":"2026-11-23T08:00:00.000Z","entries":[[1,50,9]]}',
	])('reads %j as no list', (text) => {
		expect(createDeviceListStore(() => memory({ 'sprout:list': text })).load()).toBeNull();
	});
});
