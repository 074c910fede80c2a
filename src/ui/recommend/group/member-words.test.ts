import { describe, expect, it } from 'vitest';
import type { MemberView } from '#core/rank/group/group.ts';
import { initialOf, showMember, viewWords } from './member-words.ts';

const none = { list: null, failure: null };
const ann = { kind: 'site', user: { site: 'kitsu', name: 'Zoë ミカ' } } as const;

describe('a member in words', () => {
	it('tells where the list is and how long', () => {
		const list = { entries: 1, unresolved: 0, ageMs: 0 };
		expect(showMember(ann, { list, failure: null }, null)).toEqual({
			id: ann,
			key: 'kitsu:Zoë ミカ',
			name: 'Zoë ミカ',
			href: '/user/kitsu/Zo%C3%AB%20%E3%83%9F%E3%82%AB',
			facts: 'Kitsu · 1 title',
			problem: null,
		});
		expect(showMember(ann, undefined, null).facts).toBe('Kitsu');
	});

	it('tells in the known words why there is no list', () => {
		const failure = { ok: false, reason: 'private-list' } as const;
		const { problem } = showMember(ann, { list: null, failure }, null);
		expect(problem?.heading).toBe('This list is private');
		expect(problem?.text).toMatch(/import the file here|export/);
	});

	it('names a list of the device by its file, and says where it is missing', () => {
		const entries = [1, 2].map((malId) => ({ malId, score: 80, status: 'completed' as const }));
		const lists = {
			load: (slot: number) =>
				slot === 1 ? { name: 'bo.xml', importedAt: '2026-01-01', entries } : null,
		};
		const one = { kind: 'device', slot: 1 } as const;
		expect(showMember(one, none, lists)).toMatchObject({
			name: 'bo.xml',
			facts: 'On this device · 2 titles',
			problem: null,
			href: null,
		});
		expect(showMember({ kind: 'device', slot: 0 }, none, lists)).toMatchObject({
			name: 'Your list',
			problem: { heading: 'This list is on another device' },
		});
		// Nothing is known of this device before the page runs.
		expect(showMember(one, none, null)).toMatchObject({ name: 'List 1', problem: null });
	});

	it.each([
		['ann', 'A'],
		['_zoë', 'Z'],
		['ミカ', 'ミ'],
		['…', '·'],
	])('%s begins with %s', (name, initial) => {
		expect(initialOf(name)).toBe(initial);
	});
});

describe('what a title is to a member', () => {
	const prediction = { strength: 'strong', score: 83 } as const;
	it.each<[MemberView, string | null]>([
		[{ prediction, entry: null }, 'strong match, about 8.3'],
		[
			{ prediction, entry: { status: 'plan-to-watch', score: null } },
			'strong match, about 8.3, planned',
		],
		[{ prediction: null, entry: { status: 'completed', score: 85 } }, 'has seen it: 8.5'],
		[{ prediction: null, entry: { status: 'watching', score: null } }, 'has seen it'],
		[{ prediction: null, entry: { status: 'plan-to-watch', score: null } }, 'planned'],
		[{ prediction: null, entry: null }, null],
	])('%j reads %s', (view, words) => {
		expect(viewWords(view)).toBe(words);
	});
});
