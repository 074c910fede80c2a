import type { Catalogue } from '../catalogue/catalogue.ts';
import { entryPoints, type EntryPoints } from './entry-points.ts';
import { createFactTable, type FactTable } from './fact-table.ts';
import { franchiseOf } from './franchise-rules.ts';

/** Where the items of a model stand in the catalogue, and the franchises they form. */
export interface ItemMap {
	/** Catalogue index of every item. */
	readonly indexOfItem: Int32Array;
	/** Item of every catalogue index. */
	readonly itemOfIndex: Int32Array;
	/** Items of every franchise that has any, and where its stories begin. */
	readonly franchises: ReadonlyMap<
		number,
		{ readonly items: readonly number[]; readonly entryPoints: EntryPoints }
	>;
	/** Franchises of one title, and the others: most are of the first kind, and need no thinking. */
	readonly lone: Int32Array;
	readonly shared: readonly number[];
	/** Catalogue indices of titles that retell others; few do. */
	readonly recaps: ReadonlySet<number>;
	readonly facts: FactTable;
}

/**
 * Places a model's items in the catalogue.
 *
 * @param malIds ids of the items in the model's order
 * @throws RangeError when one lacks a title of the other: model and catalogue are not of one bundle
 */
export function mapItems(catalogue: Catalogue, malIds: Int32Array): ItemMap {
	const indexOfItem = Int32Array.from(malIds, (malId) => {
		const index = catalogue.indexOf(malId);
		if (index === undefined) throw new RangeError(`The catalogue lacks title ${malId}.`);
		return index;
	});
	const itemOfIndex = new Int32Array(catalogue.size).fill(-1);
	indexOfItem.forEach((index, item) => (itemOfIndex[index] = item));
	const unknown = itemOfIndex.indexOf(-1);
	if (unknown >= 0) {
		throw new RangeError(`The model lacks title ${catalogue.anime(unknown).malId}.`);
	}
	const franchises = new Map<number, { items: number[]; entryPoints: EntryPoints }>();
	indexOfItem.forEach((index, item) => {
		const franchise = franchiseOf(catalogue, index);
		const known = franchises.get(franchise);
		if (known) known.items.push(item);
		else {
			franchises.set(franchise, { items: [item], entryPoints: entryPoints(catalogue, franchise) });
		}
	});
	const recaps = new Set(
		indexOfItem.filter((index) =>
			catalogue.relations(index).some(({ kind }) => kind === 'full-story'),
		),
	);
	const numbers = [...franchises.keys()];
	const isLone = (franchise: number) => catalogue.franchiseMembers(franchise).length === 1;
	return {
		indexOfItem,
		itemOfIndex,
		franchises,
		lone: Int32Array.from(
			numbers.filter(isLone).map((franchise) => franchises.get(franchise)?.items[0] ?? 0),
		),
		shared: numbers.filter((franchise) => !isLone(franchise)),
		recaps,
		facts: createFactTable(catalogue),
	};
}
