import { readNeighbours, type AtlasNeighbours } from '#atlas/atlas-data.ts';

/**
 * The neighbours of all points of a map; null where they can't be had, or are those of another map. Never throws.
 *
 * @param transport tests hand in their own
 */
export async function fetchNeighbours(
	transport: typeof fetch,
	url: string,
	malIds: Int32Array,
): Promise<AtlasNeighbours | null> {
	try {
		const response = await transport(url);
		if (!response.ok) return null;
		const neighbours = readNeighbours(new Uint8Array(await response.arrayBuffer()));
		const isSame = malIds.every((malId, point) => malId === neighbours.malIds[point]);
		return isSame && malIds.length === neighbours.malIds.length ? neighbours : null;
	} catch {
		// Without a connection, or with half a file, the map has no lines.
		return null;
	}
}
