import * as v from 'valibot';
import { issuesOf, malIdSchema, type Parsed } from './schemas.ts';

/** Path of `GET /api/v1/anime/{malId}/franchise`, which takes no query. */
const watchOrderRequestSchema = v.strictObject({
	malId: v.pipe(
		v.string(),
		v.transform((text) => (/^\d{1,9}$/.test(text) ? Number(text) : text)),
		malIdSchema,
	),
});

/** Checks an address; unknown parameters are refused, as everywhere in the API. */
export function parseWatchOrderRequest(
	malId: string,
	query: URLSearchParams,
): Parsed<v.InferOutput<typeof watchOrderRequestSchema>> {
	const result = v.safeParse(watchOrderRequestSchema, { ...Object.fromEntries(query), malId });
	return result.success
		? { ok: true, request: result.output }
		: { ok: false, issues: issuesOf(result.issues) };
}
