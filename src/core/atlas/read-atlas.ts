import type { SafetensorsFile } from '../model/safetensors.ts';
import {
	ATLAS_LENSES,
	REGION_LEVELS,
	type AtlasData,
	type AtlasLayout,
	type AtlasLens,
	type AtlasRegion,
} from './atlas-data.ts';
import { ATLAS_KIND, AtlasFileError, openAtlasFile, readColumn, readPoints } from './atlas-file.ts';
import { NO_REGION, positionOf, scaleOf, shareOf } from './codes.ts';

/** More would be no map; bounds what a damaged file can ask for. */
const MOST_REGIONS = 4096;
const LONGEST_NAME = 80;

/**
 * Reads the file of a map, in Node, a worker or a browser. Every number that points somewhere is checked; nothing of the
 * result is a view of `bytes`.
 *
 * @throws AtlasFileError when the bytes are cut, damaged, of another kind or version, or contradict themselves
 */
export function readAtlas(bytes: Uint8Array): AtlasData {
	const file = openAtlasFile(bytes, ATLAS_KIND);
	const malIds = readPoints(file);
	const layouts = ATLAS_LENSES.map(
		(lens) => [lens, readLayout(file, lens, malIds.length)] as const,
	);
	// One for each lens, by its name.
	return { malIds, lenses: Object.fromEntries(layouts) as Record<AtlasLens, AtlasLayout> };
}

/** How a map was made, as its file tells it to people; `null` where it says nothing. */
export function atlasSettings(bytes: Uint8Array): unknown {
	const { settings } = openAtlasFile(bytes, ATLAS_KIND).metadata;
	try {
		return settings === undefined ? null : JSON.parse(settings);
	} catch (cause) {
		throw new AtlasFileError('The settings of the map are not JSON.', { cause });
	}
}

function readLayout(file: SafetensorsFile, lens: AtlasLens, count: number): AtlasLayout {
	const column = (name: string) => readColumn(file, `${lens}.${name}`, 'U16', count);
	return {
		x: Float32Array.from(column('x'), positionOf),
		y: Float32Array.from(column('y'), positionOf),
		labelScale: Float32Array.from(column('label_scale'), scaleOf),
		trust: Float32Array.from(readColumn(file, `${lens}.trust`, 'U8', count), shareOf),
		regions: readRegions(file, lens, column('region')),
	};
}

/** Regions by level; a point's finest region says in which of the wider ones it lies. */
function readRegions(file: SafetensorsFile, lens: AtlasLens, finest: Uint16Array): AtlasRegion[][] {
	const counts = [...readColumn(file, `${lens}.region_counts`, 'U16', REGION_LEVELS)];
	const total = counts.reduce((sum, size) => sum + size, 0);
	if (total > MOST_REGIONS) throw new AtlasFileError(`The map has ${total} regions.`);
	const names = readNames(file, lens, total);
	const column = (name: string) => readColumn(file, `${lens}.region_${name}`, 'U16', total);
	const parents = column('parent');
	const [x, y] = [column('x'), column('y')];
	const [minScale, maxScale] = [column('min_scale'), column('max_scale')];
	const starts = counts.map((_, level) => counts.slice(0, level).reduce((a, b) => a + b, 0));
	const members = membersByRegion(finest, parents, counts, starts);
	return counts.map((size, level) =>
		Array.from({ length: size }, (_, place): AtlasRegion => {
			const at = (starts[level] ?? 0) + place;
			if ((minScale[at] ?? 0) > (maxScale[at] ?? 0)) {
				throw new AtlasFileError(`Region ${at} of the ${lens} map ends before it begins.`);
			}
			if (names[at] === '' && minScale[at] !== maxScale[at]) {
				throw new AtlasFileError(`Region ${at} of the ${lens} map is shown without a name.`);
			}
			return {
				name: names[at] ?? '',
				parent: level === 0 ? -1 : (parents[at] ?? 0),
				x: positionOf(x[at] ?? 0),
				y: positionOf(y[at] ?? 0),
				minScale: scaleOf(minScale[at] ?? 0),
				maxScale: scaleOf(maxScale[at] ?? 0),
				members: Uint16Array.from(members[at] ?? []),
			};
		}),
	);
}

function readNames(file: SafetensorsFile, lens: AtlasLens, total: number): readonly string[] {
	let names: unknown;
	try {
		names = JSON.parse(file.metadata[`${lens}.regions`] ?? '');
	} catch (cause) {
		throw new AtlasFileError(`The ${lens} map has no names of regions.`, { cause });
	}
	const isName = (name: unknown) => typeof name === 'string' && name.length <= LONGEST_NAME;
	if (!Array.isArray(names) || names.length !== total || !names.every(isName)) {
		throw new AtlasFileError(`The ${lens} map needs ${total} names of regions.`);
	}
	return names as string[]; // every one was checked
}

/** Points of every region, ascending; regions of all levels are numbered through. */
function membersByRegion(
	finest: Uint16Array,
	parents: Uint16Array,
	counts: readonly number[],
	starts: readonly number[],
): number[][] {
	const last = counts.length - 1;
	parents.forEach((parent, at) => {
		const level = counts.findIndex((size, of) => at < (starts[of] ?? 0) + size);
		const wrong = level === 0 ? parent !== NO_REGION : parent >= (counts[level - 1] ?? 0);
		if (wrong) throw new AtlasFileError(`Region ${at} of the map lies in one that is none.`);
	});
	const members = Array.from(parents, (): number[] => []);
	finest.forEach((region, point) => {
		if (region === NO_REGION) return;
		if (region >= (counts[last] ?? 0)) {
			throw new AtlasFileError(`Point ${point} of the map lies in a region that is none.`);
		}
		let place = region;
		for (let level = last; level >= 0; level--) {
			const at = (starts[level] ?? 0) + place;
			members[at]?.push(point);
			place = parents[at] ?? 0;
		}
	});
	return members;
}
