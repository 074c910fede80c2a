import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIST_SITES } from '#core/profile/site-list.ts';
import { GROUP_SEEN } from '#core/rank/group/group.ts';
import { DEFAULT_RANKING_OPTIONS, NO_CHOICES } from '#core/rank/ranking-options.ts';
import {
	groupKey,
	parseGroupState,
	toGroupQuery,
	togetherPath,
	writeGroupState,
	type GroupState,
} from './group-state.ts';
import { staysOnDevice, usersOf, writeMember, type MemberId } from './member-id.ts';

const parse = (query: string) => parseGroupState(new URLSearchParams(query));

const member: fc.Arbitrary<MemberId> = fc.oneof(
	fc.nat({ max: 8 }).map((slot) => ({ kind: 'device', slot }) as const),
	fc
		.record({
			site: fc.constantFrom(...LIST_SITES),
			name: fc.oneof(
				fc.constantFrom('Zoë ミカ', 'a:b', 'x&y=z', '100%', 'a+b', 'device'),
				fc
					.string({ minLength: 1, maxLength: 64 })
					.filter((name) => name === name.trim() && name !== ''),
			),
		})
		.map((user) => ({ kind: 'site', user }) as const),
);
const states: fc.Arbitrary<GroupState> = fc.record({
	members: fc.uniqueArray(member, { selector: writeMember, maxLength: 8 }),
	fairness: fc.nat({ max: 100 }).map((percent) => percent / 100),
	seenBy: fc.constantFrom(...GROUP_SEEN),
	include: fc.record({
		extraSeasons: fc.boolean(),
		movies: fc.boolean(),
		specials: fc.boolean(),
		music: fc.boolean(),
	}),
	excludedGenres: fc.uniqueArray(fc.constantFrom('Action', 'Slice of Life', 'Sci-Fi')),
	options: fc.constantFrom(DEFAULT_RANKING_OPTIONS, {
		...DEFAULT_RANKING_OPTIONS,
		adult: 'blur' as const,
		only: { ...NO_CHOICES, sources: ['Light novel'], tags: ['Drama'] },
	}),
	titles: fc.constantFrom('english', 'romaji', 'native'),
});

describe('address of a group', () => {
	it('brings every state back', () => {
		fc.assert(
			fc.property(states, (state) => {
				expect(parse(writeGroupState(state))).toEqual(state);
			}),
		);
	});

	it('reads any text without failing, and writes a stable form of it', () => {
		fc.assert(
			fc.property(fc.string(), fc.constantFrom('with', 'fair', 'seen', 'movies'), (text, name) => {
				const written = writeGroupState(parseGroupState(new URLSearchParams([[name, text]])));
				expect(writeGroupState(parse(written))).toBe(written);
			}),
		);
	});

	it('is readable, says nothing of lists on the device, and leaves defaults out', () => {
		const query = '?with=mal:ann&with=device&with=device:3&fair=80&seen=some&movies=1';
		const state = parse(query);
		expect(writeGroupState(state)).toBe(query);
		expect(usersOf(state.members)).toEqual([{ site: 'mal', name: 'ann' }]);
		expect(staysOnDevice(state.members)).toBe(true);
		expect(writeGroupState(parse(''))).toBe('');
		expect(togetherPath('/compare', state.members.slice(0, 2))).toBe(
			'/compare?with=mal:ann&with=device',
		);
		expect(togetherPath('/group', [])).toBe('/group');
	});

	it('drops what is no member, whoever stands twice, and whoever is one too many', () => {
		const names = Array.from({ length: 12 }, (_, at) => `with=kitsu:u${at}`).join('&');
		expect(parse(names).members).toHaveLength(8);
		const some = parse('with=mal:ann&with=mal:ann&with=imdb:x&with=mal:&with=device:9&with=ann');
		expect(some.members.map(writeMember)).toEqual(['mal:ann']);
		expect(parse('fair=101').fairness).toBe(0.5);
	});

	it('has the same answer in every language', () => {
		const state = parse('with=mal:ann&titles=native');
		expect(groupKey(state)).toBe(groupKey({ ...state, titles: 'romaji' }));
		expect(groupKey(state)).not.toBe(groupKey({ ...state, fairness: 0.2 }));
	});

	it('asks with the filters of a single list', () => {
		expect(toGroupQuery(parse('with=mal:ann&fair=10&seen=all&xg=Horror&tag=Drama'), 30)).toEqual({
			fairness: 0.1,
			seenBy: 'all',
			excludedGenres: ['Horror'],
			include: { extraSeasons: false, movies: false, specials: false, music: false },
			adult: false,
			only: { ...NO_CHOICES, tags: ['Drama'] },
			offset: 30,
			limit: 30,
		});
	});
});
