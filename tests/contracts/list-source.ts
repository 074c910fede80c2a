import { describe, expect, test } from 'vitest';
import type { SiteEntry } from '#core/profile/site-list.ts';
import type { HttpClient } from '#server/sources/http.ts';
import type { ListSource } from '#server/sources/list-source.ts';
import {
	answering,
	breakingOff,
	endless,
	first,
	hanging,
	scriptedHttp,
	type Transport,
} from '#tests/support/scripted-http.ts';

/** Somebody on a scripted site. */
export interface ScriptedUser {
	readonly name: string;
	readonly private?: boolean;
	readonly entries: readonly SiteEntry[];
}

/** One implementation, and a site that it can ask. */
export interface ListSourceCase {
	readonly name: string;
	readonly create: (http: HttpClient) => ListSource;
	/** Answers as the site does, with two entries a page at most. */
	readonly serve: (users: readonly ScriptedUser[]) => Transport;
}

const entry = (malId: number, changed: Partial<SiteEntry> = {}): SiteEntry => ({
	malId,
	score: null,
	status: 'completed',
	progress: 0,
	rewatches: 0,
	startedOn: null,
	finishedOn: null,
	...changed,
});

/** What every site can say, on three pages. */
const ENTRIES: readonly SiteEntry[] = [
	entry(1, { score: 100, progress: 26, rewatches: 2, startedOn: '2013-04-07' }),
	entry(5, { score: 10, status: 'dropped', progress: 3 }),
	entry(20, { status: 'watching', progress: 120, startedOn: '2014-01-31' }),
	entry(21, { score: 70, status: 'on-hold' }),
	entry(30, { status: 'plan-to-watch' }),
];
const LISTED = { ok: true, list: { entries: ENTRIES, unresolved: 0 } };
const failure = (reason: string) => ({ ok: false, reason });

const NAMES = ['two words', 'a/b', 'Ünï 名前', '100%&?#+', '../x', 'ЧитательКниг', '🌱'];

const USERS: readonly ScriptedUser[] = [
	{ name: 'sprout', entries: ENTRIES },
	{ name: 'shy', private: true, entries: ENTRIES },
	{ name: 'fresh', entries: [] },
	...NAMES.map((name) => ({ name, entries: [entry(NAMES.indexOf(name) + 1)] })),
];

const HTML = '<!doctype html><title>Be right back</title><p>Maintenance</p>';

/** What every {@link ListSource} must do; call it once for each implementation. */
export function describeListSource(one: ListSourceCase): void {
	describe(`list source: ${one.name}`, () => {
		testLists(one);
		testSetbacks(one);
		testBrokenAnswers(one);
		testLeaving(one);
	});
}

/** A source over the case's site, or over something in the place of it. */
function sourceOf({ create, serve }: ListSourceCase, change = (site: Transport) => site) {
	const scripted = scriptedHttp(change(serve(USERS)), { limits: { maxBodyBytes: 100_000 } });
	const source = create(scripted.http);
	const fetchList = (name: string, signal = new AbortController().signal) =>
		source.fetchList(name, signal);
	return { ...scripted, fetchList };
}

function testLists(one: ListSourceCase): void {
	test('reads a list to its end', async () => {
		const { clock, fetchList } = sourceOf(one);
		expect(await clock.run(fetchList('sprout'))).toEqual(LISTED);
	});

	test.each([
		['nobody', 'no-such-user'],
		['shy', 'private-list'],
		['fresh', 'empty-list'],
	])('says of %s: %s', async (name, reason) => {
		const { clock, fetchList } = sourceOf(one);
		expect(await clock.run(fetchList(name))).toEqual(failure(reason));
	});

	test.each(NAMES)('finds the user %s', async (name) => {
		const { clock, fetchList } = sourceOf(one);
		expect(await clock.run(fetchList(name))).toEqual({
			ok: true,
			list: { entries: [entry(NAMES.indexOf(name) + 1)], unresolved: 0 },
		});
	});

	test.each(['.', '..', '@me', '\ud800'])('finds nobody under %j', async (name) => {
		const { clock, fetchList } = sourceOf(one);
		expect(await clock.run(fetchList(name))).toEqual(failure('no-such-user'));
	});
}

function testSetbacks(one: ListSourceCase): void {
	const down = answering(503, HTML, { 'content-type': 'text/html' });
	test.each([
		['errors', down],
		['a broken body', breakingOff],
		['silence', hanging],
		['a short pause', answering(429, '{}', { 'retry-after': '2' })],
	])('gets over %s', async (_, setback) => {
		const { clock, fetchList } = sourceOf(one, (site) => first([setback], site));
		expect(await clock.run(fetchList('sprout'))).toEqual(LISTED);
	});

	test.each([
		['answers with errors', down],
		['breaks off', breakingOff],
		['is silent', hanging],
		['refuses connections', () => Promise.reject(new TypeError('fetch failed'))],
	])('gives up on a site that always %s', async (_, setback) => {
		const { clock, fetchList, requests } = sourceOf(one, () => setback);
		expect(await clock.run(fetchList('sprout'))).toEqual(failure('source-down'));
		expect(requests.length).toBeLessThanOrEqual(3);
	});

	test('tells how long a site wants to be left alone, and leaves it alone', async () => {
		const limited = answering(429, '{}', { 'retry-after': '42' });
		const { clock, fetchList, requests } = sourceOf(one, (site) => first([limited], site));
		const told = (retryAfterS: number) => ({ ok: false, reason: 'rate-limited', retryAfterS });
		expect(await clock.run(fetchList('sprout'))).toEqual(told(42));
		await clock.advance(20_000);
		expect(await clock.run(fetchList('sprout'))).toEqual(told(22));
		expect(requests).toHaveLength(1);
		await clock.advance(22_000);
		expect(await clock.run(fetchList('sprout'))).toEqual(LISTED);
	});
}

function testBrokenAnswers(one: ListSourceCase): void {
	test.each([
		['garbage', answering(200, '{"data": [')],
		['a web page', answering(200, HTML, { 'content-type': 'text/html' })],
		['another shape', answering(200, '{"hello": {"world": []}}')],
		['another shape still', answering(200, '[null]')],
		['nothing', answering(200, '')],
		['a web page that says 404', answering(404, HTML)],
		['the way elsewhere', answering(302, '', { location: 'https://elsewhere.example/' })],
	])('does not take %s for a list', async (_, answer) => {
		const { clock, fetchList } = sourceOf(one, () => answer);
		expect(await clock.run(fetchList('sprout'))).toEqual(failure('source-changed'));
	});

	test('takes a guard’s web page for what it is', async () => {
		const { clock, fetchList } = sourceOf(one, () => answering(403, HTML));
		expect(await clock.run(fetchList('sprout'))).toEqual(failure('source-down'));
	});

	test('stops reading what is larger than any list', async () => {
		const { transport, seen } = endless(10_000);
		const { clock, fetchList } = sourceOf(one, () => transport);
		expect(await clock.run(fetchList('sprout'))).toEqual(failure('source-changed'));
		expect(seen.cancelled).toBe(true);
		// A stream reads one chunk ahead.
		expect(seen.bytes).toBeLessThanOrEqual(100_000 + 2 * 10_000);
	});
}

function testLeaving(one: ListSourceCase): void {
	test('asks nothing for somebody who has left already', async () => {
		const { clock, fetchList, requests } = sourceOf(one);
		expect(await clock.run(fetchList('sprout', AbortSignal.abort()))).toEqual(failure('cancelled'));
		expect(requests).toHaveLength(0);
	});

	test.each([
		['it waits for an answer', hanging],
		['it pauses', answering(503, HTML)],
	])('stops at once while %s', async (_, setback) => {
		const { clock, fetchList, requests } = sourceOf(one, () => setback);
		const leaving = new AbortController();
		const outcome = fetchList('sprout', leaving.signal);
		await clock.settle();
		leaving.abort();
		await clock.settle();
		expect(await outcome).toEqual(failure('cancelled'));
		expect(requests).toHaveLength(1);
		expect(clock.sleepers).toBe(0);
	});

	test('stops at once in the middle of a body', async () => {
		const { clock, fetchList } = sourceOf(one, () => () => new Response(new ReadableStream()));
		const leaving = new AbortController();
		const outcome = fetchList('sprout', leaving.signal);
		await clock.settle();
		leaving.abort();
		await clock.settle();
		expect(await outcome).toEqual(failure('cancelled'));
	});
}
