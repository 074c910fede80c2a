import type { AtlasData, AtlasLayout, AtlasRegion } from '#core/atlas/atlas-data.ts';
import { GENRE_GROUPS, genreGroupOf } from '#core/atlas/genre-groups.ts';
import { labelScales, placeNames } from '#atlas/layout/labels.ts';
import { labelBox, regionBox } from '#core/atlas/label-box.ts';
import { NEIGHBOURS, type AtlasNeighbours } from '#core/atlas/neighbours.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { createRng } from '#core/math/rng.ts';
import { labelRoom } from '#ui/atlas/state/label-widths.ts';

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
		const boxes = titles.map((title) => ({
			...labelBox(title.title),
			width: labelRoom(title),
		}));
		const names = regions.flatMap((level, depth) =>
			level.map((region) => ({ ...region, box: regionBox(region.name, depth) })),
		);
		const trust = new Float32Array(count).fill(0.5);
		return { x, y, trust, regions, labelScale: labelScales(x, y, boxes, names) };
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
	return levels.map(({ end, min, max }, level) => {
		const centres = names.map((name, at) => {
			const members = [...group.keys()].filter((point) => group[point] === at);
			const mean = (values: Float32Array) =>
				members.reduce((sum, point) => sum + (values[point] ?? 0), 0) / Math.max(1, members.length);
			const box = regionBox(name + end, level);
			return { x: mean(x), y: mean(y) + 0.08 * level, box, members };
		});
		const placed = placeNames(centres, { minScale: min, maxScale: max });
		return names.map((name, at): AtlasRegion => {
			const { x: px = 0, y: py = 0, minScale = 1, maxScale = 1 } = placed[at] ?? {};
			const members = Uint16Array.from(centres[at]?.members ?? []);
			const parent = level === 0 ? -1 : at;
			return { name: name + end, parent, x: px, y: py, minScale, maxScale, members };
		});
	});
}
