import type { RouteAnswer } from '#core/atlas/neighbour-answer.ts';

/**
 * The way between two titles, from the server; null where nobody can be asked. Never throws.
 *
 * @param transport tests hand in their own
 */
export async function findRoute(
	transport: typeof fetch,
	malId: number,
	to: number,
): Promise<RouteAnswer | null> {
	try {
		const response = await transport(`/api/v1/anime/${malId}/route?to=${to}`);
		const body: unknown = response.ok ? await response.json() : null;
		// Our own service, of the same version: the outside tells it from the page of a proxy.
		const isRoute =
			typeof body === 'object' && body !== null && 'steps' in body && Array.isArray(body.steps);
		return isRoute ? (body as unknown as RouteAnswer) : null;
	} catch {
		return null;
	}
}
