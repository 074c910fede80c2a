import { alignTo } from '#atlas/layout/align.ts';
import { toRows } from '#atlas/layout/affinities.ts';
import { coLikes } from '#atlas/layout/co-likes.ts';
import { denseChances } from '#atlas/layout/dense-chances.ts';
import { medianMove, neglected } from '#atlas/layout/metrics/picture-metrics.ts';
import { largestOfRows } from '#atlas/layout/true-neighbours.ts';
import { positionsOf, type EarlierPicture } from '#atlas/layout/warm-start.ts';
import { ATLAS_LENSES, type AtlasData, type AtlasLens } from '#core/atlas/atlas-data.ts';
import type { SparseRows } from '#core/model/sprout/parts.ts';
import type { AtlasSettings } from '../atlas-settings.ts';
import { layOutGlobal, layOutLocal, settle } from '../lay-out.ts';
import type { MapData } from '../map-data.ts';
import { neighboursFrom, type FoundNeighbours } from '../steps/find-neighbours.ts';
import { yearsOf } from '../steps/lay-out-lens.ts';
import { referencePositions } from '../steps/lay-out-reference.ts';
import {
	genreAgreement,
	MEASURED_NEIGHBOURS,
	measurePicture,
	type PictureQuality,
	type PictureTruth,
} from './measure-picture.ts';
import { likedTitles, pickTitles, withoutTenth } from './pick-titles.ts';

/** Lists that must like a title for the pictures that know lists alone to place it. */
export const KNOWN_LISTS = 15;

/** One picture and how good it is. */
export interface MeasuredPicture extends PictureQuality {
	readonly name: string;
	/** CPU seconds of laying it out; null where it came from the bundle. */
	readonly cpuS: number | null;
}

/** How far titles move when one in ten lists is left out, as shares of the diagonal. */
export interface Stability {
	readonly cold: number;
	readonly warm: Readonly<Record<AtlasLens, number>>;
	readonly warmQuality: PictureQuality;
}

/** Everything that is measured of a map. */
export interface AtlasMeasurement {
	readonly titles: number;
	readonly knownTitles: number;
	readonly trainUsers: number;
	readonly testUsers: number;
	/** Pictures of the titles that lists know. */
	readonly known: readonly MeasuredPicture[];
	/** The map's own pictures with all titles. */
	readonly whole: readonly MeasuredPicture[];
	/** Of the true neighbours, before any picture. */
	readonly truth: { readonly neglected: number; readonly genreAgreement: number };
	readonly stability: Stability;
	/** Mean trust of the titles by lens: of those that lists know, and of the others. */
	readonly trust: Readonly<Record<AtlasLens, { readonly known: number; readonly others: number }>>;
}

/** What is measured, and whom it tells how far it is. */
export interface AtlasEvaluation {
	readonly data: MapData;
	readonly atlas: AtlasData;
	readonly space: FoundNeighbours['space'];
	readonly settings: AtlasSettings;
	/** Told before each part; what it throws stops the work. */
	onPart(name: string): Promise<void>;
}

const silent = { report: async () => {}, checkpoint: async () => {}, resume: null };

/** Measures the map of a bundle, beside the reference's and one from lists alone made here. */
export async function measureAtlas(evaluation: AtlasEvaluation): Promise<AtlasMeasurement> {
	const { data, atlas, space, settings, onPart } = evaluation;
	await onPart('neighbours');
	const found = await neighboursFrom(data, space, settings, silent);
	const known = Array.from(found.support.keys()).filter(
		(title) => (found.support[title] ?? 0) >= KNOWN_LISTS,
	);
	const sources = {
		coLikes: coLikes(data.lists.train, settings.damping),
		space,
		links: data.links,
	};
	const truth: PictureTruth = {
		anime: data.anime,
		chances: found.neighbourhoods.chances,
		chancesFor: denseChances(sources, settings.neighbourhood),
		liked: likedTitles(data.lists.test),
	};
	await onPart('the map');
	const pictures = ATLAS_LENSES.map((lens) => ({
		lens,
		positions: positionsOf(atlas.lenses[lens]),
	}));
	const whole = pictures.map(({ lens, positions }) => ({
		name: lens,
		cpuS: null,
		...measurePicture(positions, truth),
	}));
	return {
		titles: data.malIds.length,
		knownTitles: known.length,
		trainUsers: data.lists.train.userCount,
		testUsers: truth.liked.length,
		known: await measureKnown(evaluation, known, truth, pictures),
		whole,
		truth: {
			neglected: neglected(largestOfRows(found.neighbourhoods.chances, MEASURED_NEIGHBOURS)),
			genreAgreement: genreAgreement(
				largestOfRows(found.neighbourhoods.chances, MEASURED_NEIGHBOURS),
				data.anime,
			),
		},
		stability: await measureStability(evaluation, truth),
		trust: trustByKnowledge(atlas, found.support),
	};
}

/** The reference's picture, one from lists alone and the map's, all of the titles that lists know. */
async function measureKnown(
	{ data, settings, space, onPart }: AtlasEvaluation,
	known: readonly number[],
	whole: PictureTruth,
	pictures: readonly { readonly lens: AtlasLens; readonly positions: Float64Array }[],
): Promise<MeasuredPicture[]> {
	const own = pickTitles(data, known);
	const ownSpace = rowsOf(space, known);
	const truth: PictureTruth = {
		anime: own.anime,
		chances: within(whole.chances, known),
		chancesFor: chancesWithin(whole, known),
		liked: likedTitles(own.lists.test),
	};
	const measured: MeasuredPicture[] = [];
	await onPart("the reference's way");
	const reference = await timed(() => referencePositions(own, settings.seed, silent));
	measured.push({
		name: 'reference',
		...measurePicture(reference.value, truth),
		cpuS: reference.cpuS,
	});
	await onPart('lists alone');
	const alone = await timed(async () => {
		const neighbourhood = {
			...settings.neighbourhood,
			likedShare: 1,
			halfSupport: 0,
			linkShare: 0,
		};
		const found = await neighboursFrom(own, ownSpace, { ...settings, neighbourhood }, silent);
		return layOutLocal({ ...found, earlier: null }, settings, silent);
	});
	measured.push({ name: 'lists alone', ...measurePicture(alone.value, truth), cpuS: alone.cpuS });
	for (const { lens, positions } of pictures) {
		const picked = Float64Array.from({ length: 2 * known.length }, (_, at) => {
			return positions[2 * (known[at >> 1] ?? 0) + (at % 2)] ?? 0;
		});
		measured.push({ name: lens, ...measurePicture(picked, truth), cpuS: null });
	}
	return measured;
}

/** Leaves one list in ten out and lays the map out again, from nothing and from the map. */
async function measureStability(
	{ data, atlas, space, settings, onPart }: AtlasEvaluation,
	truth: PictureTruth,
): Promise<Stability> {
	await onPart('fewer lists');
	const found = await neighboursFrom(withoutTenth(data, 1), space, settings, silent);
	const years = yearsOf({ data });
	const earlier = (lens: AtlasLens): EarlierPicture => ({ ...atlas, ...atlas.lenses[lens] });
	const all = Array.from(data.malIds, (_, at): [number, number] => [at, at]);
	const move = (lens: AtlasLens, positions: Float64Array) =>
		medianMove(positions, positionsOf(atlas.lenses[lens]));
	await onPart('from nothing');
	const anew = await layOutLocal({ ...found, earlier: null }, settings, silent);
	await onPart('from the map');
	const local = await layOutLocal({ ...found, earlier: earlier('local') }, settings, silent);
	const settled = settle(local, data.malIds, years, earlier('local'));
	const global = await layOutGlobal({ ...found, earlier: earlier('global') }, settings, silent);
	return {
		cold: move('local', alignTo(anew, positionsOf(atlas.lenses.local), all)),
		warm: {
			local: move('local', settled),
			global: move('global', settle(global, data.malIds, years, earlier('global'))),
		},
		warmQuality: measurePicture(settled, truth),
	};
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

function trustByKnowledge(atlas: AtlasData, support: Uint32Array): AtlasMeasurement['trust'] {
	const meanOf = (lens: AtlasLens, isKnown: boolean) => {
		const own = atlas.lenses[lens].trust.filter(
			(_, title) => (support[title] ?? 0) >= KNOWN_LISTS === isKnown,
		);
		return own.length > 0 ? own.reduce((sum, trust) => sum + trust, 0) / own.length : 0;
	};
	const of = (lens: AtlasLens) => ({ known: meanOf(lens, true), others: meanOf(lens, false) });
	return { local: of('local'), global: of('global') };
}
