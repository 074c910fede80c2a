import { checkHead, readColumns, type ColumnReader } from '../../catalogue/columns.ts';
import { regionCount, type RegionTree } from '../clusters/region-tree.ts';
import type { Quantiles } from './quantiles.ts';
import { POINTS, QUANTILE_STEPS, REFERENCE_FORMAT, UNITS } from './reference-file.ts';

/** What real lists are like. */
export interface ReferenceFigures {
	/** Lists that everything was counted on. */
	readonly lists: number;
	/** How often 1 … 10 was given to any title. */
	readonly points: readonly number[];
	/** How often a title got 1 … 10; null where it got too few scores to tell. */
	pointsOf(malId: number): readonly number[] | null;
	/** Lists that a title is on. */
	listingsOf(malId: number): number;
	/** Of the titles on a list. */
	readonly listed: Quantiles;
	/** Of the mean score of a list, in points of 100. */
	readonly means: Quantiles;
	/** Of dropped ÷ (completed + dropped). */
	readonly dropRates: Quantiles;
	/** Of the mean natural logarithm of one more than the members of titles, by length of the list. */
	readonly renown: readonly RenownBand[];
	readonly regions: RegionTree;
	/** Region of a title; undefined where it was not known when the regions were made. */
	regionOf(malId: number): number | undefined;
}

/** How well known the titles of lists of about one length are. */
export interface RenownBand {
	/** Most titles of a list; Infinity in the last band. */
	readonly mostTitles: number;
	readonly renown: Quantiles;
}

/**
 * Reads a parsed `reference.json`, of which nothing is known beforehand.
 *
 * @throws CatalogueFormatError when it is of another kind, format or structure
 */
export function decodeReference(json: unknown): ReferenceFigures {
	checkHead(json, 'reference', REFERENCE_FORMAT);
	const file = readColumns(json, 'reference');
	const steps = file.numbers('malIdSteps', { least: 1 });
	const [lists = 0] = file.numbers('lists', { length: 1 });
	const listings = file.numbers('listings', { length: steps.length });
	const points = file.numbers('points', { length: POINTS * steps.length });
	const regions = readRegions(file.group('regions'), steps.length);
	const rows = new Map<number, number>();
	let malId = 0;
	steps.forEach((step, row) => rows.set((malId += step), row));
	const quantiles = (name: string, unit: number) =>
		inUnits(file.numbers(name, { length: QUANTILE_STEPS + 1 }), unit);
	return {
		lists,
		points: file.numbers('allPoints', { length: POINTS }),
		pointsOf(id) {
			const row = rows.get(id);
			if (row === undefined) return null;
			const own = points.slice(POINTS * row, POINTS * (row + 1));
			return own.some((count) => count > 0) ? own : null;
		},
		listingsOf: (id) => listings[rows.get(id) ?? -1] ?? 0,
		listed: quantiles('listed', 1),
		means: quantiles('means', UNITS.mean),
		dropRates: quantiles('dropRates', UNITS.dropRate),
		renown: readRenown(file.group('renown')),
		regions: regions.tree,
		regionOf: (id) => regions.regionOf[rows.get(id) ?? -1],
	};
}

function inUnits(values: readonly number[], unit: number): Quantiles {
	return values.map((value) => value * unit);
}

function readRenown(group: ColumnReader): RenownBand[] {
	const ends = group.numbers('mostTitles');
	const size = QUANTILE_STEPS + 1;
	const quantiles = group.numbers('quantiles', { length: ends.length * size });
	return ends.map((mostTitles, band) => ({
		mostTitles: mostTitles === 0 ? Infinity : mostTitles,
		renown: inUnits(quantiles.slice(band * size, (band + 1) * size), UNITS.renown),
	}));
}

/** Children come before their parents and no node has two, so that walks end. */
function readRegions(group: ColumnReader, titles: number) {
	const left = group.numbers('left');
	const right = group.numbers('right', { length: left.length });
	const tree = { left, right };
	const regions = regionCount(tree);
	const children = new Set([...left, ...right]);
	const inOrder = left.every((child, node) => Math.max(child, right[node] ?? 0) < regions + node);
	if (!inOrder || children.size !== 2 * left.length) group.fail('left', 'this is no tree');
	return { tree, regionOf: group.numbers('regionOf', { length: titles, most: regions - 1 }) };
}
