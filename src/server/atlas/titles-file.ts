import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { encodeAtlasTitles } from '#core/atlas/atlas-titles.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { PublicFile } from '../bundle.ts';

export const ATLAS_TITLES_FILE = 'atlas-titles.json';
const HASH_LENGTH = 16;
const pack = promisify(gzip);

/** Names and facts of a map's points for browsers: a tenth of the catalogue's own files, and in the map's order. */
export async function atlasTitlesFile(
	catalogue: Catalogue,
	malIds: Int32Array,
): Promise<PublicFile> {
	const text = JSON.stringify(encodeAtlasTitles(catalogue, malIds));
	return {
		hash: createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH),
		bytes: new Uint8Array(await pack(text)),
		contentType: 'application/json',
	};
}
