import * as v from 'valibot';

const ERRORS = v.object({
	errors: v.pipe(
		v.array(v.object({ message: v.nullish(v.string(), ''), status: v.nullish(v.number()) })),
		v.minLength(1),
	),
});

/** What AniList has against a query. */
export interface GraphqlError {
	readonly status: number | null;
	readonly message: string;
}

/** The first error of a GraphQL answer; null where there is none. */
export function graphqlError(json: unknown): GraphqlError | null {
	const read = v.safeParse(ERRORS, json);
	const first = read.success ? read.output.errors[0] : undefined;
	return first ? { status: first.status ?? null, message: first.message } : null;
}

/** AniList may tell an error with HTTP 200: the body's own status counts then, and 400 where it has none. */
export function graphqlStatus(httpStatus: number, json: unknown): number {
	const error = graphqlError(json);
	if (error === null || httpStatus >= 400) return httpStatus;
	return error.status !== null && error.status >= 400 ? error.status : 400;
}
