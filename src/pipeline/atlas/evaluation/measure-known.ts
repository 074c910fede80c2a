import { toRows } from '#atlas/layout/affinities.ts';
import { positionsOf } from '#atlas/layout/warm-start.ts';
import { ATLAS_LENSES } from '#core/atlas/atlas-data.ts';
import type { SparseRows } from '#core/model/sprout/parts.ts';
import { PLAIN_TSNE, type AtlasSettings } from '../atlas-settings.ts';
import { layOutGlobal, layOutLocal } from '../lay-out.ts';
import type { MapData } from '../map-data.ts';
import { neighboursFrom, type FoundNeighbours } from '../steps/find-neighbours.ts';
import { referencePositions } from '../steps/lay-out-reference.ts';
import type { AtlasEvaluation } from './measure-atlas.ts';
import { measurePicture, type PictureQuality, type PictureTruth } from './measure-picture.ts';
import { likedTitles, pickTitles } from './pick-titles.ts';

/** Lists that must like a title for the pictures that know lists alone to place it. */
export const KNOWN_LISTS = 15;

/** How good a picture is, by its name. */
export interface NamedQuality extends PictureQuality {
	readonly name: string;
}

/** The same with what it cost. */
export interface MeasuredPicture extends NamedQuality {
	/** CPU seconds of laying these titles out, from lists to positions. */
	readonly cpuS: number;
}

const silent = { report: async () => {}, checkpoint: async () => {}, resume: null };

/** The reference's picture, one from lists alone and the map's, all of the titles that lists know. */
export async function measureKnown(
	{ data, atlas, settings, space, onPart }: AtlasEvaluation,
	known: readonly number[],
	whole: PictureTruth,
): Promise<MeasuredPicture[]> {
	const own = pickTitles(data, known);
	const ownSpace = rowsOf(space, known);
	const truth: PictureTruth = {
		anime: own.anime,
		chances: within(whole.chances, known),
		chancesFor: chancesWithin(whole, known),
		liked: likedTitles(own.lists.test),
	};
	await onPart("the reference's way");
	const reference = await timed(() => referencePositions(own, settings.seed, silent));
	await onPart('lists alone');
	const alone = await timed(() => fromListsAlone(own, ownSpace, settings));
	await onPart('what the map costs');
	const cpuS = await costsOf(own, ownSpace, settings);
	return [
		{ name: 'reference', ...measurePicture(reference.value, truth), cpuS: reference.cpuS },
		{ name: 'lists alone', ...measurePicture(alone.value, truth), cpuS: alone.cpuS },
		...ATLAS_LENSES.map((lens) => {
			const all = positionsOf(atlas.lenses[lens]);
			const picked = Float64Array.from(
				{ length: 2 * known.length },
				(_, at) => all[2 * (known[at >> 1] ?? 0) + (at % 2)] ?? 0,
			);
			return { name: lens, ...measurePicture(picked, truth), cpuS: cpuS[lens] };
		}),
	];
}

async function fromListsAlone(
	own: MapData,
	space: FoundNeighbours['space'],
	settings: AtlasSettings,
): Promise<Float64Array> {
	const neighbourhood = {
		...settings.neighbourhood,
		likedShare: 1,
		halfSupport: 0,
		linkShare: 0,
	};
	const found = await neighboursFrom(own, space, { ...settings, neighbourhood }, silent);
	return layOutLocal({ ...found, earlier: null }, { ...settings, local: PLAIN_TSNE }, silent);
}

/** CPU seconds of laying some titles out from nothing as the map is, by lens: its neighbours are needed for each. */
async function costsOf(own: MapData, space: FoundNeighbours['space'], settings: AtlasSettings) {
	const found = await timed(() => neighboursFrom(own, space, settings, silent));
	const sources = { ...found.value, earlier: null };
	const local = await timed(() => layOutLocal(sources, settings, silent));
	const global = await timed(() => layOutGlobal(sources, settings, silent));
	return { local: found.cpuS + local.cpuS, global: found.cpuS + global.cpuS };
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; cpuS: number }> {
	const start = process.cpuUsage();
	const value = await work();
	const { user, system } = process.cpuUsage(start);
	return { value, cpuS: (user + system) / 1e6 };
}

/** The rows and columns of some titles, renumbered. */
function within({ offsets, columns, values }: SparseRows, titles: readonly number[]): SparseRows {
	const place = new Map(titles.map((title, at) => [title, at]));
	return toRows(
		titles.map((title) => {
			const row = new Map<number, number>();
			for (let at = offsets[title] ?? 0; at < (offsets[title + 1] ?? 0); at++) {
				const column = place.get(columns[at] ?? -1);
				if (column !== undefined) row.set(column, values[at] ?? 0);
			}
			return row;
		}),
	);
}

/** True chances among some titles alone. */
function chancesWithin({ anime, chancesFor }: PictureTruth, titles: readonly number[]) {
	const all = new Float64Array(anime.length);
	return (title: number, out: Float64Array) => {
		chancesFor(titles[title] ?? 0, all);
		titles.forEach((from, at) => (out[at] = all[from] ?? 0));
	};
}

function rowsOf({ width, values }: FoundNeighbours['space'], titles: readonly number[]) {
	const picked = new Float32Array(titles.length * width);
	titles.forEach((title, at) => {
		picked.set(values.subarray(title * width, (title + 1) * width), at * width);
	});
	return { width, values: picked };
}
