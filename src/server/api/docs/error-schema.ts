import * as v from 'valibot';
import type { SiteListFailure } from '#core/profile/site-list.ts';
import { API_FAILURES } from '../failures.ts';

/** Codes of calls that read a list by user name, beside those of every call. */
export const LIST_FAILURES = [
	'no-such-user',
	'private-list',
	'empty-list',
	'source-down',
	'source-changed',
	'source-off',
	'invalid-name',
	'cancelled',
	'rate-limited',
] as const satisfies readonly SiteListFailure['reason'][];

/** The one shape of every error. */
export const errorSchema = v.object({
	error: v.object({
		code: v.picklist([...new Set([...Object.keys(API_FAILURES), ...LIST_FAILURES])]),
		message: v.pipe(v.string(), v.description('what to do, for people')),
		issues: v.optional(
			v.pipe(
				v.array(v.object({ path: v.string(), message: v.string() })),
				v.description('up to ten places of the body or the address, and what is wrong there'),
			),
		),
	}),
});
