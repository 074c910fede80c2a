import { RELATION_KINDS, type Catalogue, type Relation } from './catalogue.ts';
import type { ColumnReader } from './columns.ts';
import { mirrorKind } from './relation-kinds.ts';

/**
 * The edges that leave each title, both ways of every stored pair.
 *
 * @param columns the `relations` group of the facts file
 * @param size number of titles
 * @throws CatalogueFormatError when a pair leads outside the catalogue
 */
export function decodeRelations(columns: ColumnReader, size: number): readonly Relation[][] {
	const counts = columns.numbers('counts', { length: size });
	const total = counts.reduce((sum, count) => sum + count, 0);
	const distances = columns.numbers('distances', { length: total, least: 1 });
	const kinds = columns.numbers('kinds', { length: total, most: RELATION_KINDS.length - 1 });
	const relations: Relation[][] = Array.from({ length: size }, () => []);
	let pair = 0;
	counts.forEach((count, from) => {
		for (const end = pair + count; pair < end; pair++) {
			const to = from + (distances[pair] ?? 0);
			const kind = RELATION_KINDS[kinds[pair] ?? 0] ?? 'related';
			if (to >= size) columns.fail('distances', `pair ${pair} leads outside the catalogue`);
			relations[from]?.push({ to, kind });
			relations[to]?.push({ to: from, kind: mirrorKind(kind) });
		}
	});
	return relations;
}

type Franchises = Pick<Catalogue, 'franchise' | 'franchiseCount' | 'franchiseMembers'>;

/**
 * The partition into franchises. Stored are those of two or more titles; numbers follow the best-known
 * title of each, so a title that stands alone gets its number in passing.
 *
 * @param columns the `franchises` group of the facts file
 * @param size number of titles
 * @throws CatalogueFormatError when a title is in two franchises or none exists
 */
export function decodeFranchises(columns: ColumnReader, size: number): Franchises {
	const sizes = columns.numbers('sizes', { least: 2 });
	const total = sizes.reduce((sum, count) => sum + count, 0);
	const members = columns.numbers('members', { length: total, most: size - 1 });
	const groupOf = new Map<number, readonly number[]>();
	let start = 0;
	for (const count of sizes) {
		const group = members.slice(start, start + count);
		for (const index of group) {
			if (groupOf.has(index)) columns.fail('members', `title ${index} is in two franchises`);
			groupOf.set(index, group);
		}
		start += count;
	}
	const franchise = new Int32Array(size).fill(-1);
	const groups: (readonly number[])[] = [];
	for (let index = 0; index < size; index++) {
		if (franchise[index] !== -1) continue;
		const group = groupOf.get(index) ?? [index];
		for (const member of group) franchise[member] = groups.length;
		groups.push(group);
	}
	return {
		franchise,
		franchiseCount: groups.length,
		franchiseMembers(number) {
			const group = groups[number];
			if (!group) throw new RangeError(`There is no franchise ${number}.`);
			return group;
		},
	};
}
