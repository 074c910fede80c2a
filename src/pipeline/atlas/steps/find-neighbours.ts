import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { gunzipSync } from 'node:zlib';
import { symmetrise } from '#atlas/layout/affinities.ts';
import { coLikes } from '#atlas/layout/co-likes.ts';
import { itemSpace } from '#atlas/layout/item-space.ts';
import { principalComponents } from '#atlas/layout/leading-directions.ts';
import { mixNeighbourhoods, type Neighbourhoods } from '#atlas/layout/neighbourhood.ts';
import type { Vectors } from '#atlas/layout/nearest.ts';
import { trueNeighbours } from '#atlas/layout/true-neighbours.ts';
import type { AtlasNeighbours } from '#core/atlas/neighbours.ts';
import { createRng } from '#core/math/rng.ts';
import type { SparseRows } from '#core/model/sprout/parts.ts';
import { readSproutParts } from '#core/model/sprout/read-sprout-model.ts';
import { MODEL_FILE } from '#server/bundle-manifest.ts';
import type { StepContext, StepFunction } from '../../training/job/training-step.ts';
import type { AtlasSettings } from '../atlas-settings.ts';
import { readMapData, type MapData } from '../map-data.ts';

/** What neighbours are found from, beside the data folder. */
export interface NeighboursInput {
	/** Folder of the bundle whose model is asked. */
	readonly bundle: string;
	/** SHA-256 sum of the model's file: another model makes another map. */
	readonly model: string;
	/** Titles of the map at most. */
	readonly most: number;
	readonly settings: Pick<
		AtlasSettings,
		'seed' | 'damping' | 'spaceWidth' | 'links' | 'neighbourhood'
	>;
}

/** What later steps lay out and label. */
export interface FoundNeighbours {
	readonly data: Pick<MapData, 'malIds' | 'anime'>;
	readonly neighbourhoods: Neighbourhoods;
	readonly neighbours: AtlasNeighbours;
	/** Joint chances of neighbours. */
	readonly affinities: SparseRows;
	/** The model's item space, reduced. */
	readonly space: Vectors;
	/** Lists that like each title. */
	readonly support: Uint32Array;
}

/** Reads the data and finds everybody's true neighbours. @throws DataFileError */
export const findNeighbours: StepFunction<NeighboursInput> = async (input, context) => {
	const { settings, most, bundle } = input;
	await context.report({ done: 0, total: 1 });
	const data = await readMapData(context.data, most, settings.links, context);
	const space = await readItemSpace(bundle, data.malIds, settings);
	const found = await neighboursFrom(data, space, settings, context);
	return serialize(found);
};

/** The item space of the model of a bundle, in as few numbers as the settings say. */
export async function readItemSpace(
	bundle: string,
	malIds: Int32Array,
	{ spaceWidth, seed }: Pick<AtlasSettings, 'spaceWidth' | 'seed'>,
): Promise<Vectors> {
	const packed = await readFile(join(bundle, MODEL_FILE));
	const space = itemSpace(readSproutParts(new Uint8Array(gunzipSync(packed))), malIds);
	return principalComponents(space, Math.min(spaceWidth, space.width), createRng(seed));
}

/** True neighbours of the titles of `data`. */
export async function neighboursFrom(
	data: Pick<MapData, 'malIds' | 'anime' | 'lists' | 'links'>,
	space: Vectors,
	settings: Pick<AtlasSettings, 'damping' | 'neighbourhood'>,
	context: Pick<StepContext, 'report'>,
): Promise<FoundNeighbours> {
	const counted = coLikes(data.lists.train, settings.damping);
	const sources = { coLikes: counted, space, links: data.links };
	const mixing = mixNeighbourhoods(sources, settings.neighbourhood);
	let step = mixing.next();
	for (; !step.done; step = mixing.next()) {
		await context.report({ done: step.value, total: 2 * data.malIds.length });
	}
	const neighbourhoods = step.value;
	const { malIds, anime } = data;
	return {
		data: { malIds, anime },
		neighbourhoods,
		neighbours: trueNeighbours(malIds, neighbourhoods),
		affinities: symmetrise(neighbourhoods.chances),
		space,
		support: counted.support,
	};
}

/** The result of a step that ran {@link findNeighbours}. */
export async function foundNeighboursFrom(
	context: Pick<StepContext, 'result'>,
	step: string,
): Promise<FoundNeighbours> {
	// Written above by this program, and its checksum fits.
	return deserialize(await context.result(step)) as FoundNeighbours;
}
