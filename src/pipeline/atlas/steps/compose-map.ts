import { deserialize, serialize } from 'node:v8';
import { composeLayout, type LabelSources } from '#atlas/layout/compose-layout.ts';
import type { PointTags } from '#atlas/layout/region-tags.ts';
import type { AtlasLens } from '#core/atlas/atlas-data.ts';
import { labelBox } from '#core/atlas/label-box.ts';
import { writeAtlas, writeNeighbours } from '#core/atlas/write-atlas.ts';
import type { AnimeFacts } from '#core/catalogue/catalogue-parts.ts';
import type { StepFunction } from '../../training/job/training-step.ts';
import { foundNeighboursFrom, type FoundNeighbours } from './find-neighbours.ts';
import { positionsFrom } from './lay-out-lens.ts';

/** What a map is put together from. */
export interface ComposeInput {
	readonly neighbours: string;
	readonly lenses: Readonly<Record<AtlasLens, string>>;
	/** How it was made, for its file. */
	readonly settings: Readonly<Record<string, unknown>>;
}

/** The two files of a map, by their names in a bundle without `.gz`. */
export interface AtlasFiles {
	readonly 'atlas.safetensors': Uint8Array;
	readonly 'atlas-neighbours.safetensors': Uint8Array;
}

/** Labels both pictures and writes the files; the result is for {@link atlasFilesFrom}. */
export const composeMap: StepFunction<ComposeInput> = async (input, context) => {
	const found = await foundNeighboursFrom(context, input.neighbours);
	const sources = labelSources(found);
	await context.report({ done: 0, total: 2 });
	const local = composeLayout(await positionsFrom(context, 'local', input.lenses), sources);
	await context.report({ done: 1, total: 2 });
	const global = composeLayout(await positionsFrom(context, 'global', input.lenses), sources);
	const { malIds } = found.data;
	const files: AtlasFiles = {
		'atlas.safetensors': writeAtlas({ malIds, lenses: { local, global } }, input.settings),
		'atlas-neighbours.safetensors': writeNeighbours(found.neighbours),
	};
	return serialize(files);
};

/** The files that {@link composeMap} wrote. */
export function atlasFilesFrom(result: Uint8Array): AtlasFiles {
	// Written above by this program, and its checksum fits.
	return deserialize(result) as AtlasFiles;
}

/** Numbers of the item space that regions shall agree in: the leading ones say what titles are about. */
const SUBJECT_WIDTH = 12;

/** What pictures of these titles are labelled with. */
export function labelSources(found: FoundNeighbours): LabelSources {
	const { space, data, neighbours, support } = found;
	const width = Math.min(SUBJECT_WIDTH, space.width);
	const values = new Float32Array(data.anime.length * width);
	for (let title = 0; title < data.anime.length; title++) {
		const start = title * space.width;
		values.set(space.values.subarray(start, start + width), title * width);
	}
	return {
		neighbours,
		support,
		subjects: { width, values },
		tagsOf: (point) => tagsOf(data.anime[point]),
		boxes: data.anime.map(widestBox),
	};
}

const UNKNOWN: PointTags = {
	subjects: [],
	studios: [],
	decade: null,
	type: '',
	source: null,
	weight: 0,
	title: '',
	adult: false,
};

/** Pages show titles in the language of the visitor's choice: the box is for the longer one. */
function widestBox({ title, english }: AnimeFacts) {
	const own = labelBox(title);
	const other = labelBox(english ?? title);
	return other.width > own.width ? other : own;
}

function tagsOf(anime: AnimeFacts | undefined): PointTags {
	if (!anime) return UNKNOWN;
	const { genres, themes, demographics, studios, year, members, title, english } = anime;
	return {
		subjects: [...genres, ...themes, ...demographics],
		studios,
		decade: year === null ? null : `${Math.floor(year / 10) * 10}s`,
		type: anime.type,
		source: anime.source,
		weight: Math.log1p(members),
		title: english ?? title,
		adult: anime.adult,
	};
}
