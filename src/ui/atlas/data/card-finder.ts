import type { AnimeCard } from '#core/rank/answer.ts';

/**
 * The facts of one title, from the server; null where nobody can be asked. Never throws.
 *
 * @param transport tests hand in their own
 */
export async function findCard(transport: typeof fetch, malId: number): Promise<AnimeCard | null> {
	try {
		const response = await transport(`/api/v1/anime/${malId}`);
		const body: unknown = response.ok ? await response.json() : null;
		// Our own service, of the same version: the outside tells it from the page of a proxy.
		const isCard = typeof body === 'object' && body !== null && 'malId' in body;
		return isCard ? (body as AnimeCard) : null;
	} catch {
		return null;
	}
}
