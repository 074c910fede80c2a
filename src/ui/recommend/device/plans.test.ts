import { describe, expect, it } from 'vitest';
import { memoryStorage } from '#tests/support/memory-storage.ts';
import { createPlanStore, MAX_PLANS, type PlannedCard } from './plan-store.ts';
import { Plans } from './plans.svelte.ts';

const KEY = 'sprout:plans';
const plan = (malId: number, title: string): PlannedCard => ({
	malId,
	anilistId: null,
	title,
	english: null,
	native: null,
	type: 'TV',
	episodes: 24,
	year: 2004,
});
const monster = plan(19, 'Monster');
const trigun = plan(6, 'Trigun');

function plansOver(storage = memoryStorage()) {
	const said: { message: string; undo: (() => void) | null }[] = [];
	let changes = 0;
	const plans = new Plans({
		store: createPlanStore(() => storage),
		say: (message, undo) => void said.push({ message, undo }),
		nameOf: ({ title }) => title,
		onchange: () => changes++,
	});
	return { plans, said, storage, changes: () => changes };
}

describe('plans', () => {
	it('are added and removed by the same step, and every step can be taken back', () => {
		const { plans, said, changes } = plansOver();
		plans.toggle(monster);
		plans.toggle(trigun);
		expect(plans.all).toEqual([monster, trigun]);
		expect(plans.entries).toEqual([
			{ malId: 19, score: null, status: 'plan-to-watch' },
			{ malId: 6, score: null, status: 'plan-to-watch' },
		]);
		expect(changes()).toBe(2);
		plans.toggle(monster);
		expect(plans.has(19)).toBe(false);
		said.at(-1)?.undo?.();
		expect(plans.all).toEqual([monster, trigun]);
		said[0]?.undo?.();
		expect(plans.all).toEqual([trigun]);
		plans.clear();
		expect(plans.all).toEqual([]);
		said.at(-1)?.undo?.();
		expect(plans.all).toEqual([trigun]);
		expect(said.map(({ message }) => message).slice(0, 3)).toEqual([
			'Monster is on your plans, kept on this device',
			'Trigun is on your plans, kept on this device',
			'Monster is off your plans',
		]);
	});

	it('are there on the next page, without the facts that rows bring along', () => {
		const { plans, storage } = plansOver();
		const manyFacts = { ...monster, members: 5 };
		plans.toggle(manyFacts);
		const next = plansOver(storage).plans;
		expect(next.load()).toBe(true);
		expect(next.load()).toBe(false);
		expect(next.all).toEqual([monster]);
	});

	it('follow another tab, and lose nothing that it wrote', () => {
		const { plans, storage, changes } = plansOver();
		plansOver(storage).plans.toggle(monster);
		plans.follow('sprout:hidden');
		expect(plans.all).toEqual([]);
		plans.follow(KEY);
		expect(plans.all).toEqual([monster]);
		expect(changes()).toBe(1);
		plansOver(storage).plans.toggle(trigun);
		plans.toggle(plan(1, 'Cowboy Bebop'));
		expect(plans.all.map(({ malId }) => malId)).toEqual([19, 6, 1]);
	});

	it('are bounded', () => {
		const { plans, said } = plansOver();
		for (let malId = 1; malId <= MAX_PLANS + 1; malId++) plans.toggle(plan(malId, `T${malId}`));
		expect(plans.all).toHaveLength(500);
		expect(said.at(-1)).toEqual({
			message: 'Your plans are full. Remove one first.',
			undo: null,
		});
	});

	it('live on this page where the device keeps nothing', () => {
		const refusing = {
			...memoryStorage(),
			setItem: () => {
				throw new DOMException('full', 'QuotaExceededError');
			},
		};
		const { plans, said } = plansOver(refusing);
		plans.toggle(monster);
		plans.toggle(trigun);
		expect(plans.all).toHaveLength(2);
		expect(said[0]?.message).toBe('Monster is on your plans, until you leave this page');
	});

	it.each([
		['no JSON', '{'],
		['another version', '{"version":2,"plans":[]}'],
		['a plan without a name', '{"version":1,"plans":[{"malId":1}]}'],
	])('start from nothing where %s is kept', (_, text) => {
		const storage = memoryStorage();
		storage.setItem(KEY, text);
		const { plans } = plansOver(storage);
		expect(plans.load()).toBe(false);
		expect(plans.all).toEqual([]);
	});
});
