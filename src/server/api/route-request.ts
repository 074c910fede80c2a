import * as v from 'valibot';
import { issuesOf, malIdSchema, wholeNumber, type Parsed } from './schemas.ts';
import { titleIdSchema, type TitleId } from './title-id.ts';

/** Query of `GET /api/v1/anime/{id}/route`. */
export const routeQuerySchema = v.strictObject({
	to: v.pipe(wholeNumber, malIdSchema, v.description('MyAnimeList id')),
});

const routeRequestSchema = v.strictObject({ ...routeQuerySchema.entries, id: titleIdSchema });

/** Two titles before anybody looked which the first is. */
export interface RouteQuestion {
	readonly id: TitleId;
	/** MyAnimeList id. */
	readonly to: number;
}

/** Checks an address. Of a parameter that stands twice the last counts. */
export function parseRouteRequest(id: string, query: URLSearchParams): Parsed<RouteQuestion> {
	const result = v.safeParse(routeRequestSchema, { ...Object.fromEntries(query), id });
	return result.success
		? { ok: true, request: result.output }
		: { ok: false, issues: issuesOf(result.issues) };
}
