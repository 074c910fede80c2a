import { decodeAtlasTitles, type AtlasTitle } from '#core/atlas/atlas-titles.ts';
import { readAtlas, type AtlasData } from '#atlas/atlas-data.ts';

/** Where the files of the map are. */
export interface AtlasUrls {
	readonly map: string;
	readonly titles: string;
	/** Fetched for a list alone. */
	readonly neighbours: string;
}

/** The map and what its points are called. */
export interface OpenAtlas {
	readonly data: AtlasData;
	/** By point. */
	readonly titles: readonly AtlasTitle[];
	readonly pointOf: ReadonlyMap<number, number>;
}

export type AtlasResult =
	| { readonly ok: true; readonly atlas: OpenAtlas }
	| { readonly ok: false; readonly reason: 'offline' | 'damaged' };

/** Fetches both files at once and reads them. Never throws for what a network can do. */
export async function openAtlasFiles(
	transport: typeof fetch,
	urls: Pick<AtlasUrls, 'map' | 'titles'>,
): Promise<AtlasResult> {
	let map: Response;
	let names: Response;
	try {
		[map, names] = await Promise.all([transport(urls.map), transport(urls.titles)]);
	} catch {
		return { ok: false, reason: 'offline' };
	}
	if (!map.ok || !names.ok) return { ok: false, reason: 'offline' };
	try {
		const [bytes, json] = await Promise.all([map.arrayBuffer(), names.json() as Promise<unknown>]);
		const data = readAtlas(new Uint8Array(bytes));
		const titles = decodeAtlasTitles(json);
		const isSame = titles.every(({ malId }, point) => malId === data.malIds[point]);
		if (!isSame || titles.length !== data.malIds.length) return { ok: false, reason: 'damaged' };
		const pointOf = new Map(titles.map(({ malId }, point) => [malId, point]));
		return { ok: true, atlas: { data, titles, pointOf } };
	} catch {
		// Cut short on its way, or of another version.
		return { ok: false, reason: 'damaged' };
	}
}
