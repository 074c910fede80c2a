import { describe, expect, it } from 'vitest';
import type { ListEntry } from '#core/profile/list-entry.ts';
import { createProfileStore } from './profile-store.ts';

const seen = (malId: number, score: number | null): ListEntry => ({
	malId,
	score,
	status: 'completed',
});

function storeOf(start: readonly ListEntry[], capacity = Infinity) {
	let kept = start;
	return createProfileStore({
		read: () => kept,
		write(entries) {
			if (entries.length > capacity) return false;
			kept = entries;
			return true;
		},
	});
}

describe('profile store', () => {
	it('adds new titles at the end and rescores known ones in place', () => {
		const store = storeOf([seen(1, 50)]);
		store.set(2, null);
		store.set(1, 90);
		expect(store.entries).toEqual([seen(1, 90), seen(2, null)]);
	});

	it('keeps the status of a dropped title, and takes a scored plan for seen', () => {
		const store = storeOf([
			{ malId: 1, score: null, status: 'dropped' },
			{ malId: 2, score: null, status: 'plan-to-watch' },
		]);
		store.set(1, 30);
		store.set(2, 80);
		expect(store.entries).toEqual([{ malId: 1, score: 30, status: 'dropped' }, seen(2, 80)]);
	});

	it('takes changes back in reverse order', () => {
		const store = storeOf([seen(1, 50), seen(2, 60)]);
		store.remove(1);
		store.set(2, 100);
		store.clear();
		expect(store.entries).toEqual([]);
		expect(store.undo()).toBe(true);
		expect(store.entries).toEqual([seen(2, 100)]);
		store.undo();
		store.undo();
		expect(store.entries).toEqual([seen(1, 50), seen(2, 60)]);
		expect(store.undo()).toBe(false);
	});

	it('says that a list is full, and has nothing to take back then', () => {
		const store = storeOf([seen(1, 50)], 1);
		expect(store.set(2, 80)).toEqual({ ok: false, reason: 'full' });
		expect(store.entries).toEqual([seen(1, 50)]);
		expect(store.undo()).toBe(false);
	});
});
