import { expect, it } from 'vitest';
import { listForMap, otherUser } from './list-for-map.ts';

const USER = { site: 'anilist', name: 'Mira' } as const;
const { signal } = new AbortController();

it('gives what a map draws of a list, and nothing else', async () => {
	const entry = { malId: 5, score: 80, status: 'completed' } as const;
	const more = { progress: 12, rewatches: 1, startedOn: '2020', finishedOn: null };
	const list = { entries: [{ ...entry, ...more }], unresolved: 0, fetchedAt: 0 };
	const lists = { get: () => Promise.resolve({ ok: true, list } as const) };
	expect(await listForMap(lists, USER, signal)).toEqual({ ok: true, entries: [entry] });
});

it('says why there is none', async () => {
	const failure = { ok: false, reason: 'private-list' } as const;
	const lists = { get: () => Promise.resolve(failure) };
	expect(await listForMap(lists, USER, signal)).toEqual({ ok: false, failure });
});

it.each([
	['with=mal:Mira', { site: 'mal', name: 'Mira' }],
	['with=Kitsu:a:b', { site: 'kitsu', name: 'a:b' }],
	['with=mal:', null],
	['with=elsewhere:Mira', null],
	['', null],
])('reads %s', (search, user) => {
	expect(otherUser(new URLSearchParams(search))).toEqual(user);
});
