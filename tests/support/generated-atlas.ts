import type { AtlasData, AtlasLayout, AtlasRegion } from '#core/atlas/atlas-data.ts';
import { GENRE_GROUPS, genreGroupOf } from '#core/atlas/genre-groups.ts';
import { LABEL_OFFSET_PX, labelBox, regionBox } from '#core/atlas/label-box.ts';
import { NEIGHBOURS, type AtlasNeighbours } from '#core/atlas/neighbours.ts';
import { displayTitle } from '#core/catalogue/anime.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { createRng } from '#core/math/rng.ts';

/**
 * A map of the best known titles of a catalogue: an island for each group of genres, on which years lie in order. It
 * shows nothing that is true, but is as large, as crowded and as labelled as one that does.
 */
export function generatedAtlas(catalogue: Catalogue, count: number): AtlasData {
	const titles = Array.from({ length: count }, (_, index) => catalogue.anime(index));
	const group = titles.map(genreGroupOf);
	const layout = (seed: number, turn: number): AtlasLayout => {
		const random = createRng(seed).next;
		const normal = () => random() + random() + random() + random() - 2;
		const [x, y] = [new Float32Array(count), new Float32Array(count)];
		titles.forEach(({ year }, point) => {
			const angle = ((group[point] ?? 0) / (GENRE_GROUPS.length + 1)) * 2 * Math.PI + turn;
			const reach = 0.25 + 0.4 * (((year ?? 2000) - 1960) / 70);
			x[point] = clamp(reach * Math.cos(angle) + 0.17 * normal());
			y[point] = clamp(reach * Math.sin(angle) + 0.17 * normal());
		});
		const regions = namedRegions(group, x, y);
		const names = titles.map((title) => displayTitle(title, 'english'));
		const trust = new Float32Array(count).fill(0.5);
		return { x, y, trust, regions, labelScale: labelScales(names, x, y, regions) };
	};
	return {
		malIds: Int32Array.from(titles, ({ malId }) => malId),
		lenses: { local: layout(1, 0), global: layout(2, 1) },
	};
}

/** Neighbours are the next titles of the same group by popularity. */
export function generatedNeighbours(catalogue: Catalogue, { malIds }: AtlasData): AtlasNeighbours {
	const count = malIds.length;
	const group = Array.from(malIds, (malId) =>
		genreGroupOf(catalogue.anime(catalogue.indexOf(malId) ?? 0)),
	);
	const points = new Uint16Array(count * NEIGHBOURS);
	const weights = new Uint8Array(count * NEIGHBOURS);
	const reasons = new Uint8Array(count * NEIGHBOURS);
	for (let point = 0; point < count; point++) {
		let kept = 0;
		for (let step = 1; step < count && kept < NEIGHBOURS; step++) {
			for (const other of [point + step, point - step]) {
				if (kept === NEIGHBOURS || group[other] !== group[point]) continue;
				points[point * NEIGHBOURS + kept] = other;
				weights[point * NEIGHBOURS + kept] = 255 - 9 * kept;
				reasons[point * NEIGHBOURS + kept] = 1 << (kept % 4);
				kept++;
			}
		}
	}
	return { malIds, points, weights, reasons };
}

function clamp(value: number): number {
	return Math.max(-1, Math.min(1, value));
}

function namedRegions(group: readonly number[], x: Float32Array, y: Float32Array): AtlasRegion[][] {
	const names = [...GENRE_GROUPS.map(({ name }) => name), 'Others'];
	const levels = [
		{ end: '', min: 1, max: 500 },
		{ end: ' street', min: 500, max: 1200 },
		{ end: ' corner', min: 1200, max: 4000 },
	];
	return levels.map(({ end, min, max }, level) =>
		names.map((name, at) => {
			const members = [...group.keys()].filter((point) => group[point] === at);
			const mean = (values: Float32Array) =>
				members.reduce((sum, point) => sum + (values[point] ?? 0), 0) / Math.max(1, members.length);
			const parent = level === 0 ? -1 : at;
			const place = { x: mean(x), y: mean(y) + 0.08 * level };
			const scales = { minScale: min, maxScale: max };
			return { name: name + end, parent, ...place, ...scales, members: Uint16Array.from(members) };
		}),
	);
}

/** The rule of docs/atlas-format.md, every pair looked at. */
function labelScales(
	names: readonly string[],
	x: Float32Array,
	y: Float32Array,
	regions: readonly (readonly AtlasRegion[])[],
): Float32Array {
	const width = Float32Array.from(names, (name) => labelBox(name).width);
	const height = labelBox('').height;
	const scales = new Float32Array(names.length);
	for (let point = 0; point < names.length; point++) {
		let scale = 1;
		const [px, py, w] = [x[point] ?? 0, y[point] ?? 0, width[point] ?? 0];
		regions.forEach((level, at) => {
			for (const region of level) {
				const box = regionBox(region.name, at);
				// The title's label hangs below its point, the region's name is centred.
				const across = (w + box.width) / 2 / Math.abs(px - region.x);
				const half = (height + box.height) / 2 + LABEL_OFFSET_PX;
				const touch = Math.min(across, half / Math.abs(py - region.y));
				if (touch > region.minScale) scale = Math.max(scale, Math.min(touch, region.maxScale));
			}
		});
		for (let other = 0; other < point; other++) {
			const across = (w + (width[other] ?? 0)) / 2 / Math.abs(px - (x[other] ?? 0));
			if (across <= scale) continue;
			const touch = Math.min(across, height / Math.abs(py - (y[other] ?? 0)));
			if (touch > scale && (scales[other] ?? 0) < touch) scale = touch;
		}
		scales[point] = Math.min(scale, 1e6);
	}
	return scales;
}
