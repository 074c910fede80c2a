import { readCsv, type CsvOptions } from '../csv.ts';
import { parseCount, type Corpus } from './corpus.ts';
import type { UserLists } from './user-lists.ts';

/** Item positions, by user number, that are hidden from a model and to be found again. */
export type Withheld = ReadonlyMap<number, ReadonlySet<number>>;

/** Reads `evaluation/<split>-withheld.csv`; a row must name something that its user really watched. */
export async function readWithheld(
	path: string,
	corpus: Corpus,
	lists: UserLists,
	options: CsvOptions = {},
): Promise<Withheld> {
	const places = new Map(Array.from(lists.users, (user, place) => [user, place]));
	const watched = (place: number, item: number) => {
		const { offsets, items } = lists.watched;
		return items.subarray(offsets[place], offsets[place + 1]).includes(item);
	};
	const withheld = new Map<number, Set<number>>();
	await readCsv(
		path,
		['user', 'mal_id'],
		([userText, idText], line) => {
			const user = parseCount(userText) ?? -1;
			const place = places.get(user);
			const item = corpus.position.get(parseCount(idText) ?? -1);
			const broken = (reason: string) => options.onBroken?.(line, reason);
			if (place === undefined) return broken(`user "${userText}" is not of this split`);
			if (item === undefined) return broken(`title "${idText}" is not in the corpus`);
			if (!watched(place, item)) return broken(`user ${user} did not watch title ${idText}`);
			const items = withheld.get(user) ?? new Set();
			withheld.set(user, items.add(item));
		},
		options,
	);
	return withheld;
}
