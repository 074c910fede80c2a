import * as v from 'valibot';

/** A MyAnimeList id. */
export const malIdSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000));

/** Text of an address as a whole number; other text stays and is refused as no number. */
export const wholeNumber = v.pipe(
	v.string(),
	v.transform((text) => (/^\d{1,9}$/.test(text) ? Number(text) : text)),
);

/** A place of a request and what is wrong there. */
export interface RequestIssue {
	readonly path: string;
	readonly message: string;
}

/** A request that was checked, or what is wrong with it. */
export type Parsed<Request> =
	| { readonly ok: true; readonly request: Request }
	| { readonly ok: false; readonly issues: readonly RequestIssue[] };

/** Most issues that an answer lists; a list of 5,000 broken entries needs no 5,000 lines. */
export const MAX_ISSUES = 10;

/** What is told of the issues that a schema found. */
export function issuesOf(issues: readonly v.BaseIssue<unknown>[]): RequestIssue[] {
	return issues
		.slice(0, MAX_ISSUES)
		.map((issue) => ({ path: v.getDotPath(issue) ?? '', message: issue.message }));
}

const nothing = v.strictObject({});

/** Checks the query of an address that takes none. */
export function parseNothing(query: URLSearchParams): Parsed<Record<string, never>> {
	const result = v.safeParse(nothing, Object.fromEntries(query));
	return result.success
		? { ok: true, request: {} }
		: { ok: false, issues: issuesOf(result.issues) };
}
