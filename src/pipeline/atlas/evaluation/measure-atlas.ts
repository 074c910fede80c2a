import { alignTo } from '#atlas/layout/align.ts';
import { coLikes } from '#atlas/layout/co-likes.ts';
import { denseChances } from '#atlas/layout/dense-chances.ts';
import { medianMove, neglected } from '#atlas/layout/metrics/picture-metrics.ts';
import { largestOfRows } from '#atlas/layout/true-neighbours.ts';
import { positionsOf, type EarlierPicture } from '#atlas/layout/warm-start.ts';
import { ATLAS_LENSES, type AtlasData, type AtlasLens } from '#core/atlas/atlas-data.ts';
import type { AtlasSettings } from '../atlas-settings.ts';
import { layOutGlobal, layOutLocal, settle } from '../lay-out.ts';
import type { MapData } from '../map-data.ts';
import { neighboursFrom, type FoundNeighbours } from '../steps/find-neighbours.ts';
import { yearsOf } from '../steps/lay-out-lens.ts';
import {
	KNOWN_LISTS,
	measureKnown,
	type MeasuredPicture,
	type NamedQuality,
} from './measure-known.ts';
import {
	genreAgreement,
	MEASURED_NEIGHBOURS,
	measurePicture,
	type PictureQuality,
	type PictureTruth,
} from './measure-picture.ts';
import { likedTitles, withoutTenth } from './pick-titles.ts';

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
	readonly whole: readonly NamedQuality[];
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
	const whole = ATLAS_LENSES.map((lens) => ({
		name: lens,
		...measurePicture(positionsOf(atlas.lenses[lens]), truth),
	}));
	return {
		titles: data.malIds.length,
		knownTitles: known.length,
		trainUsers: data.lists.train.userCount,
		testUsers: truth.liked.length,
		known: await measureKnown(evaluation, known, truth),
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
