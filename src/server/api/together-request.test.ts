import { describe, expect, it } from 'vitest';
import { idSources } from '#tests/support/id-sources.ts';
import { groupRequest } from '#tests/support/group-request.ts';
import { parseCompareRequest, parseGroupRequest } from './together-request.ts';

const brought = { entries: [{ malId: 1 }] };
const byName = { source: 'kitsu', name: ' ann ' };
const issuesOf = (parsed: ReturnType<typeof parseGroupRequest>) =>
	parsed.ok ? [] : parsed.issues.map(({ path }) => path);

describe('parseGroupRequest', () => {
	it('fills in every default, and trims names', () => {
		const { members: _members, ...defaults } = groupRequest([]);
		expect(parseGroupRequest({ members: [brought, byName] }, idSources)).toEqual({
			ok: true,
			request: {
				...defaults,
				members: [
					{ entries: [{ malId: 1, score: null, status: 'completed' }] },
					{ site: 'kitsu', name: 'ann' },
				],
			},
		});
	});

	it('counts an id that stands twice in a list once', () => {
		const entries = [
			{ malId: 1, score: 20 },
			{ malId: 1, score: 90 },
		];
		const parsed = parseGroupRequest({ members: [{ entries }] }, idSources);
		expect(parsed.ok && parsed.request.members).toEqual([
			{ entries: [{ malId: 1, score: 90, status: 'completed' }] },
		]);
	});

	it.each([
		['a list instead of an object', [], ''],
		['no members', {}, 'members'],
		['an empty group', { members: [] }, 'members'],
		['nine members', { members: Array.from({ length: 9 }, () => brought) }, 'members'],
		['a member without a list', { members: [{}] }, 'members.0'],
		['an unknown site', { members: [{ source: 'imdb', name: 'ann' }] }, 'members.0'],
		['too much fairness', { members: [brought], fairness: 1.1 }, 'fairness'],
		['an unknown part of the group', { members: [brought], seenBy: 'most' }, 'seenBy'],
		['a key of a single list', { members: [brought], entries: [] }, 'entries'],
	])('refuses %s', (_, body, path) => {
		expect(issuesOf(parseGroupRequest(body, idSources))[0]?.startsWith(path)).toBe(true);
	});
});

describe('parseCompareRequest', () => {
	it('takes two lists, and no other number', () => {
		const parsed = parseCompareRequest({ lists: [brought, byName], adult: true }, idSources);
		expect(parsed).toMatchObject({
			ok: true,
			request: { lists: [brought, { site: 'kitsu', name: 'ann' }], adult: true, limit: 10 },
		});
		for (const lists of [[], [brought], [brought, brought, byName]]) {
			expect(parseCompareRequest({ lists }, idSources)).toMatchObject({ ok: false });
		}
	});
});
