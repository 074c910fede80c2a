import * as v from 'valibot';
import { issuesOf, malIdSchema, type Parsed } from './schemas.ts';

const MOST_IDS = 50;

/** Query of `GET /api/v1/titles/details`. */
export const titleDetailsRequestSchema = v.strictObject({
	ids: v.pipe(
		v.string(),
		v.regex(/^\d{1,8}(,\d{1,8})*$/, 'must be MyAnimeList ids with commas between them'),
		v.transform((text) => [...new Set(text.split(',').map(Number))]),
		v.array(malIdSchema),
		v.maxLength(MOST_IDS, `must be ${MOST_IDS} ids at most`),
		v.description('MyAnimeList ids with commas between them; one that stands twice counts once'),
	),
});

/** Checks the query of `GET /api/v1/titles/details`; gives each id once. */
export function parseTitleDetailsRequest(query: URLSearchParams): Parsed<readonly number[]> {
	const result = v.safeParse(titleDetailsRequestSchema, Object.fromEntries(query));
	if (result.success) return { ok: true, request: result.output.ids };
	const issues = issuesOf(result.issues);
	// Which of the ids is wrong is no place of the address.
	return {
		ok: false,
		issues: issues.map((issue) => ({ ...issue, path: issue.path.split('.')[0] ?? '' })),
	};
}
