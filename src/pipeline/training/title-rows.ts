import type { SparseRows } from '#core/model/sprout/parts.ts';
import type { SideWeights } from '#learn/ease/ease-settings.ts';
import type { SideInformation } from '#learn/ease/side-information.ts';

/** Rows from their elements, each row ascending by column. */
function sparseRows(rows: readonly ReadonlyMap<number, number>[]): SparseRows {
	const offsets = new Uint32Array(rows.length + 1);
	rows.forEach((row, at) => (offsets[at + 1] = (offsets[at] ?? 0) + row.size));
	const elements = rows.flatMap((row) => [...row].sort(([a], [b]) => a - b));
	return {
		offsets,
		columns: Uint16Array.from(elements, ([column]) => column),
		values: Float32Array.from(elements, ([, value]) => value),
	};
}

/**
 * What each title is linked to among the learned ones, as the Gram matrix would hold it: relations, neighbours in
 * watch order and members' recommendations.
 *
 * @param count n titles
 * @param learnedCount m, the columns
 */
export function rowsOfLinks(
	side: SideInformation,
	count: number,
	learnedCount: number,
	weights: SideWeights,
): SparseRows {
	const rows = Array.from({ length: count }, () => new Map<number, number>());
	const add = (from: number, to: number, weight: number) => {
		if (to < learnedCount) rows[from]?.set(to, (rows[from]?.get(to) ?? 0) + weight);
	};
	const addPair = (a: number, b: number, weight: number) => {
		add(a, b, weight);
		add(b, a, weight);
	};
	for (const { a, b } of side.relations) addPair(a, b, weights.relation);
	for (const { a, b } of side.neighbours) addPair(a, b, weights.neighbour);
	for (const { a, b, votes } of side.recommendations) {
		addPair(a, b, weights.recommendation * Math.log1p(votes));
	}
	return sparseRows(rows);
}

/** Each title's groups, as a row of unit length. */
export function rowsOfGroups(groups: readonly Uint16Array[], count: number): SparseRows {
	const rows = Array.from({ length: count }, () => new Map<number, number>());
	groups.forEach((members, group) => {
		for (const title of members) rows[title]?.set(group, 1);
	});
	return sparseRows(
		rows.map((row) => {
			const value = 1 / Math.sqrt(Math.max(1, row.size));
			return new Map(Array.from(row.keys(), (group) => [group, value]));
		}),
	);
}
