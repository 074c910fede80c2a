import type { AtlasLayout, AtlasRegion } from '#core/atlas/atlas-data.ts';
import { positionCode, positionOf } from '#core/atlas/codes.ts';
import { regionBox, type LabelBox } from '#core/atlas/label-box.ts';
import { placedNames } from '#core/atlas/label-scale.ts';
import type { AtlasNeighbours } from '#core/atlas/neighbours.ts';
import { toRows } from './affinities.ts';
import { labelScales, placeNames } from './labels.ts';
import { nearestRows, type Vectors } from './nearest.ts';
import { nameGroups, type GroupToName } from './region-names.ts';
import type { PointTags } from './region-tags.ts';
import { groupPoints, type Grouping } from './regions.ts';
import { trustOf } from './trust.ts';

/** What a finished picture is labelled with. */
export interface LabelSources {
	readonly neighbours: Pick<AtlasNeighbours, 'points' | 'weights'>;
	/** Lists that like each title. */
	readonly support: ArrayLike<number>;
	/** What titles are about, as few numbers: regions shall agree in it. */
	readonly subjects: Vectors;
	readonly tagsOf: (point: number) => PointTags;
	/** The boxes of the titles' labels. */
	readonly boxes: readonly LabelBox[];
}

/** Wanted regions by level; small maps have fewer. */
const REGION_COUNTS = [12, 45, 150] as const;
/** Titles that a region has on average, at the least. */
const LEAST_MEMBERS = 6;
/** Scales at which names of each level are shown: a map that fits a screen has 150 to 600 pixels a unit. */
const REGION_RANGES = [
	{ minScale: 1, maxScale: 700 },
	{ minScale: 700, maxScale: 1800 },
	{ minScale: 1800, maxScale: 6000 },
];
/** A level beyond those is never shown, nor a region without a name. */
const NEVER = { minScale: 1, maxScale: 1 };
/** Neighbours on the picture along which regions may grow. */
const REGION_EDGES = 8;
/** What all subjects together count against the position. */
const SUBJECT_WEIGHT = 0.35;

/**
 * Labels a picture: regions and their names, scales of the labels, trust.
 *
 * @param positions (x₀, y₀, …) in [−1, 1]
 */
export function composeLayout(positions: Float64Array, sources: LabelSources): AtlasLayout {
	// As the file will hold them, so that labels don't overlap by a rounded digit.
	const kept = positions.map((coordinate) => positionOf(positionCode(coordinate)));
	const x = Float32Array.from({ length: kept.length / 2 }, (_, point) => kept[2 * point] ?? 0);
	const y = Float32Array.from({ length: kept.length / 2 }, (_, point) => kept[2 * point + 1] ?? 0);
	const regions = nameRegions(kept, sources);
	return {
		x,
		y,
		labelScale: labelScales(x, y, sources.boxes, placedNames(regions)),
		trust: trustOf(kept, sources.neighbours, sources.support),
		regions,
	};
}

function nameRegions(positions: Float64Array, { subjects, tagsOf }: LabelSources): AtlasRegion[][] {
	const size = positions.length / 2;
	const counts = REGION_COUNTS.map((count) =>
		Math.max(1, Math.min(count, Math.floor(size / LEAST_MEMBERS))),
	);
	const grouping = groupPoints(featuresOf(positions, subjects), picturedEdges(positions), counts);
	const levels = orderGroups(grouping, size);
	const names = nameGroups(levels, tagsOf, size);
	return levels.map((groups, level) => {
		const all = groups.map(({ members, parent }, at) => {
			const name = names[level]?.[at] ?? '';
			const centre = centreOf(positions, members);
			return { name, parent, ...centre, members, box: regionBox(name, level) };
		});
		const named = all.filter(({ name }) => name !== '');
		const placed = placeNames(named, REGION_RANGES[level] ?? NEVER);
		const scales = new Map(named.map((region, at) => [region, placed[at] ?? NEVER]));
		return all.map((region): AtlasRegion => {
			const { name, parent, x, y, members } = region;
			const { minScale, maxScale } = scales.get(region) ?? NEVER;
			return { name, parent, x, y, minScale, maxScale, members: Uint16Array.from(members) };
		});
	});
}

/** Positions, and subjects with a variance of their own. */
function featuresOf(positions: Float64Array, subjects: Vectors) {
	const size = positions.length / 2;
	const width = 2 + subjects.width;
	const values = new Float64Array(size * width);
	const spread = (all: ArrayLike<number>) => {
		let sum = 0;
		for (let at = 0; at < all.length; at++) sum += (all[at] ?? 0) ** 2;
		return Math.sqrt(sum / size) || 1;
	};
	const [place, subject] = [1 / spread(positions), SUBJECT_WEIGHT / spread(subjects.values)];
	for (let point = 0; point < size; point++) {
		values[point * width] = (positions[2 * point] ?? 0) * place;
		values[point * width + 1] = (positions[2 * point + 1] ?? 0) * place;
		for (let at = 0; at < subjects.width; at++) {
			values[point * width + 2 + at] =
				(subjects.values[point * subjects.width + at] ?? 0) * subject;
		}
	}
	return { width, values };
}

/** Each point with its nearest ones, and a chain through all from left to right, so that everything hangs together. */
function picturedEdges(positions: Float64Array) {
	const size = positions.length / 2;
	const k = Math.min(REGION_EDGES, size - 1);
	const { rows } = nearestRows({ width: 2, values: Float32Array.from(positions) }, k);
	const edges = Array.from({ length: size }, (_, point) => {
		const near = Array.from(
			rows.subarray(point * k, (point + 1) * k),
			(other) => [other, 1] as const,
		);
		return new Map(near);
	});
	const chain = Uint16Array.from({ length: size }, (_, point) => point);
	chain.sort((a, b) => (positions[2 * a] ?? 0) - (positions[2 * b] ?? 0) || a - b);
	chain.forEach((point, at) => {
		const before = chain[at - 1];
		if (before !== undefined) {
			edges[before]?.set(point, 1);
			edges[point]?.set(before, 1);
		}
	});
	// Both ways round, so that every edge is met from its lower end.
	edges.forEach((row, point) => row.forEach((_, other) => edges[other]?.set(point, 1)));
	return toRows(edges);
}

/** Members of each group, the largest group of a level first, and the group above that holds it. */
function orderGroups({ counts, of }: Grouping, size: number): GroupToName[][] {
	const levels: GroupToName[][] = [];
	let placesAbove: number[] = [];
	counts.forEach((count, level) => {
		const members = Array.from({ length: count }, (): number[] => []);
		for (let point = 0; point < size; point++) members[of[level]?.[point] ?? 0]?.push(point);
		const order = members.map((_, group) => group);
		order.sort((a, b) => (members[b]?.length ?? 0) - (members[a]?.length ?? 0) || a - b);
		const above = of[level - 1];
		levels.push(
			order.map((group) => {
				const first = members[group]?.[0] ?? 0;
				return {
					members: members[group] ?? [],
					parent: above ? (placesAbove[above[first] ?? 0] ?? 0) : -1,
				};
			}),
		);
		placesAbove = [];
		order.forEach((group, place) => (placesAbove[group] = place));
	});
	return levels;
}

/** The mean of the half that lies nearest to the mean of all: a tail does not draw the name out of the region. */
function centreOf(positions: Float64Array, members: readonly number[]) {
	const mean = meanOf(positions, members);
	const away = (point: number) =>
		Math.hypot((positions[2 * point] ?? 0) - mean.x, (positions[2 * point + 1] ?? 0) - mean.y);
	const nearest = [...members].sort((a, b) => away(a) - away(b) || a - b);
	const { x, y } = meanOf(positions, nearest.slice(0, Math.ceil(members.length / 2)));
	return { x: positionOf(positionCode(x)), y: positionOf(positionCode(y)) };
}

function meanOf(positions: Float64Array, members: readonly number[]) {
	let [x, y] = [0, 0];
	for (const point of members) {
		x += positions[2 * point] ?? 0;
		y += positions[2 * point + 1] ?? 0;
	}
	return { x: x / Math.max(1, members.length), y: y / Math.max(1, members.length) };
}
