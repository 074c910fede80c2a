import * as v from 'valibot';
import { issuesOf, wholeNumber, type Parsed } from './schemas.ts';
import { MOST_FOUND, type SearchRequest } from './title-finder.ts';

const MAX_QUERY = 200;
const MAX_LIMIT = 50;
const DEFAULT_LIMIT = 20;

/** Query of `GET /api/v1/anime`. */
export const searchQuerySchema = v.strictObject({
	q: v.pipe(
		v.string(),
		v.trim(),
		v.string(),
		v.minLength(1),
		v.maxLength(MAX_QUERY),
		v.description('any name of the title, also misspelt'),
	),
	offset: v.optional(
		v.pipe(
			wholeNumber,
			v.number(),
			v.integer(),
			v.minValue(0),
			v.maxValue(MOST_FOUND),
			v.description('where the page starts'),
		),
		'0',
	),
	limit: v.optional(
		v.pipe(
			wholeNumber,
			v.number(),
			v.integer(),
			v.minValue(1),
			v.maxValue(MAX_LIMIT),
			v.description('how long it is'),
		),
		String(DEFAULT_LIMIT),
	),
});

/** Checks an address and fills in the defaults. Of a parameter that stands twice the last counts. */
export function parseSearchRequest(query: URLSearchParams): Parsed<SearchRequest> {
	const result = v.safeParse(searchQuerySchema, Object.fromEntries(query));
	return result.success
		? { ok: true, request: result.output }
		: { ok: false, issues: issuesOf(result.issues) };
}
