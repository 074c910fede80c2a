import { cleanNames } from './clean-text.ts';

/** Lists up to this length hold studios alone; longer ones come from a source that mixes producers in. */
const PURE_LIST = 2;
const LONGEST_LIST = 3;

/** `J.C.STAFF` and `J.C.Staff` are one studio. */
function studioKey(name: string): string {
	return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || name;
}

/**
 * Learns from all titles how studios are spelled and which names are studios at all, and returns what
 * cleans the list of one title.
 *
 * @param lists the studios of every title as stated
 */
export function createStudioCleaner(
	lists: readonly (readonly string[])[],
): (names: readonly string[]) => string[] {
	const uses = new Map<string, Map<string, number>>();
	const studios = new Set<string>();
	for (const list of lists) {
		for (const name of cleanNames(list)) {
			const key = studioKey(name);
			const spellings = uses.get(key) ?? new Map<string, number>();
			uses.set(key, spellings.set(name, (spellings.get(name) ?? 0) + 1));
			if (list.length <= PURE_LIST) studios.add(key);
		}
	}
	const spelling = new Map(
		[...uses].map(([key, spellings]) => {
			const [best] = [...spellings].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
			return [key, best?.[0] ?? key];
		}),
	);
	return (names) => {
		const keys = [...new Set(cleanNames(names).map(studioKey))];
		const known = keys.filter((key) => studios.has(key));
		const kept = keys.length > LONGEST_LIST && known.length > 0 ? known : keys;
		return kept.map((key) => spelling.get(key) ?? key);
	};
}
