import { describe, expect, it } from 'vitest';
import { memoryStorage } from '#tests/support/memory-storage.ts';
import { HiddenChoices } from './hidden-choices.svelte.ts';
import { createHiddenStore, MAX_HIDDEN, NOTHING_HIDDEN } from './hidden-store.ts';

const KEY = 'sprout:hidden';
const naruto = { malId: 20, title: 'Naruto', english: null, native: 'ナルト' };
const manyFacts = { ...naruto, members: 5 };
const bleach = { malId: 269, title: 'Bleach', english: 'Bleach', native: null };

function choicesOver(storage = memoryStorage()) {
	const said: { message: string; undo: (() => void) | null }[] = [];
	let changes = 0;
	const choices = new HiddenChoices({
		store: createHiddenStore(() => storage),
		say: (message, undo) => void said.push({ message, undo }),
		nameOf: ({ title }) => title,
		onchange: () => changes++,
	});
	return { choices, said, storage, changes: () => changes };
}

describe('hidden choices', () => {
	it('hide a title, its franchise and a tag, and say so', () => {
		const { choices, said, changes } = choicesOver();
		choices.hide({ kind: 'title', title: naruto });
		choices.hide({ kind: 'franchise', title: bleach });
		choices.hide({ kind: 'tag', tag: 'Horror' });
		expect(choices.current).toEqual({
			...NOTHING_HIDDEN,
			titles: [naruto],
			franchises: [bleach],
			tags: ['Horror'],
		});
		expect(choices.asked).toEqual({ titles: [20], franchises: [269], tags: ['Horror'] });
		expect(choices.count).toBe(3);
		expect(changes()).toBe(3);
		expect(said.map(({ message }) => message)).toEqual([
			'Naruto is hidden',
			'Bleach and all of its franchise are hidden',
			'Everything with Horror is hidden',
		]);
	});

	it('are there again on the next page', () => {
		const { choices, storage } = choicesOver();
		choices.hide({ kind: 'title', title: manyFacts });
		const next = choicesOver(storage).choices;
		expect(next.count).toBe(0);
		expect(next.load()).toBe(true);
		expect(next.load()).toBe(false);
		expect(next.current).toEqual({ ...NOTHING_HIDDEN, titles: [naruto] });
	});

	it('can be taken back by the message, by the latest, one by one and all at once', () => {
		const { choices, said } = choicesOver();
		choices.hide({ kind: 'title', title: naruto });
		said[0]?.undo?.();
		expect(choices.count).toBe(0);
		choices.hide({ kind: 'tag', tag: 'Horror' });
		expect(choices.undo()).toBe(true);
		expect(choices.undo()).toBe(false);
		expect(choices.count).toBe(0);
		choices.hide({ kind: 'tag', tag: 'Horror' });
		choices.hide({ kind: 'tag', tag: 'Mecha' });
		choices.show({ kind: 'tag', tag: 'Horror' });
		expect(choices.current.tags).toEqual(['Mecha']);
		choices.clear();
		expect(choices.current).toEqual(NOTHING_HIDDEN);
		said.at(-1)?.undo?.();
		expect(choices.current.tags).toEqual(['Mecha']);
	});

	it('let the franchise of a dropped title back, which is no hiding, and keep it away again', () => {
		const { choices, said, storage } = choicesOver();
		choices.hide({ kind: 'title', title: naruto });
		choices.letBack(bleach);
		choices.letBack(bleach);
		expect(choices.count).toBe(1);
		expect(choices.asked).toEqual({ titles: [20], franchises: [], tags: [], restored: [269] });
		expect(said.at(-1)?.message).toBe('Bleach and its franchise may appear again');
		choices.clear();
		expect(choices.current).toEqual({ ...NOTHING_HIDDEN, restored: [bleach] });
		const next = choicesOver(storage).choices;
		next.load();
		expect(next.current.restored).toEqual([bleach]);
		next.keepAway(bleach);
		expect(next.asked).not.toHaveProperty('restored');
	});

	it('read what was kept before drops could be let back', () => {
		const storage = memoryStorage();
		storage.setItem(KEY, '{"version":1,"titles":[],"franchises":[],"tags":["Horror"]}');
		const { choices } = choicesOver(storage);
		choices.load();
		expect(choices.current).toEqual({ ...NOTHING_HIDDEN, tags: ['Horror'] });
	});

	it('hold each thing once', () => {
		const { choices } = choicesOver();
		choices.hide({ kind: 'title', title: naruto });
		choices.hide({ kind: 'title', title: naruto });
		expect(choices.current.titles).toEqual([naruto]);
	});

	it('follow another tab, and lose nothing that it wrote', () => {
		const { choices, storage, changes } = choicesOver();
		const other = choicesOver(storage).choices;
		other.hide({ kind: 'tag', tag: 'Mecha' });
		choices.follow('sprout:list');
		expect(choices.count).toBe(0);
		choices.follow(KEY);
		expect(choices.current.tags).toEqual(['Mecha']);
		expect(changes()).toBe(1);
		other.hide({ kind: 'tag', tag: 'Music' });
		choices.hide({ kind: 'tag', tag: 'Horror' });
		expect(choices.current.tags).toEqual(['Mecha', 'Music', 'Horror']);
		storage.removeItem(KEY);
		choices.follow(null);
		expect(choices.count).toBe(0);
	});

	it('refuse more than the server takes', () => {
		const { choices, said } = choicesOver();
		for (let tag = 0; tag <= MAX_HIDDEN.tags; tag++) choices.hide({ kind: 'tag', tag: `T${tag}` });
		expect(choices.current.tags).toHaveLength(100);
		expect(said.at(-1)).toEqual({
			message: 'That is as much as can be hidden. Show something again first.',
			undo: null,
		});
	});

	it('hide for this page where the device keeps nothing', () => {
		const refusing = {
			...memoryStorage(),
			setItem: () => {
				throw new DOMException('full', 'QuotaExceededError');
			},
		};
		const { choices, said } = choicesOver(refusing);
		choices.hide({ kind: 'title', title: naruto });
		expect(said[0]?.message).toBe('Naruto is hidden, until you leave this page');
		choices.hide({ kind: 'title', title: bleach });
		expect(choices.count).toBe(2);
	});

	it.each([
		['no JSON', '{'],
		['another version', '{"version":2,"titles":[],"franchises":[],"tags":[]}'],
		['a title without a name', '{"version":1,"titles":[{"malId":1}],"franchises":[],"tags":[]}'],
	])('start from nothing where %s is kept', (_, text) => {
		const storage = memoryStorage();
		storage.setItem(KEY, text);
		const { choices } = choicesOver(storage);
		choices.load();
		expect(choices.current).toEqual(NOTHING_HIDDEN);
	});
});
