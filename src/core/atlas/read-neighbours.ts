import {
	AtlasFileError,
	NEIGHBOURS_KIND,
	openAtlasFile,
	readColumn,
	readPoints,
} from './atlas-file.ts';
import { NEIGHBOUR_REASONS, NEIGHBOURS, type AtlasNeighbours } from './neighbours.ts';

const ALL_REASONS = (1 << NEIGHBOUR_REASONS.length) - 1;

/**
 * Reads the file of a map's neighbours.
 *
 * @throws AtlasFileError when the bytes are cut, damaged, of another kind or version, or name points that are none
 */
export function readNeighbours(bytes: Uint8Array): AtlasNeighbours {
	const file = openAtlasFile(bytes, NEIGHBOURS_KIND);
	const malIds = readPoints(file);
	const count = malIds.length;
	const points = readColumn(file, 'points', 'U16', count * NEIGHBOURS);
	const weights = readColumn(file, 'weights', 'U8', count * NEIGHBOURS);
	const reasons = readColumn(file, 'reasons', 'U8', count * NEIGHBOURS);
	for (let at = 0; at < points.length; at++) {
		const point = points[at] ?? 0;
		const own = Math.floor(at / NEIGHBOURS);
		const weight = weights[at] ?? 0;
		if (point >= count || (weight > 0 && point === own)) {
			throw new AtlasFileError(`Point ${own} of the map has a neighbour that is none.`);
		}
		if (at % NEIGHBOURS > 0 && weight > (weights[at - 1] ?? 0)) {
			throw new AtlasFileError(`The neighbours of point ${own} are not in order.`);
		}
		if ((reasons[at] ?? 0) > ALL_REASONS) {
			throw new AtlasFileError(`Point ${own} of the map has a neighbour for an unknown reason.`);
		}
	}
	return { malIds, points, weights, reasons };
}
