import { fits, phraseShares, rankPhrases, type Phrase } from './region-phrases.ts';
import type { PointTags } from './region-tags.ts';

/** A group to be named. */
export interface GroupToName {
	/** Best-known titles first. */
	readonly members: readonly number[];
	/** Position of the group that holds it in the list of the level above; −1 for none. */
	readonly parent: number;
}

/** Where so many of the titles are for adults, a group has no name. */
const MOST_ADULT = 0.4;
/** A phrase that tells less than this gives way to the best-known title, by level; wide regions are like each other. */
const LEAST_SCORES = [0.004, 0.015, 0.05];
/** Best-known titles that a region may be named after. */
const MOST_TITLES = 12;
const LONGEST_TITLE = 22;

/** A name that a group would like to have. */
interface Wish extends Phrase {
	readonly group: number;
}

/**
 * Names the groups of all levels as a road map would, by what sets each apart: a tag or two, or the best-known title that
 * everything else is around. No two of a level have the same tags for a name, nor a group those of the one that holds it;
 * the one of which it is truest has it. Groups of titles for adults have none: their names are empty.
 *
 * @param levels widest first
 */
export function nameGroups(
	levels: readonly (readonly GroupToName[])[],
	tagsOf: (point: number) => PointTags,
	size: number,
): string[][] {
	const everything = phraseShares(
		Array.from({ length: size }, (_, point) => point),
		tagsOf,
	);
	let above = { shares: [everything], keys: [''] };
	return levels.map((groups, level) => {
		const shares = groups.map(({ members }) => phraseShares(members, tagsOf));
		const wishes = groups.flatMap(({ members, parent }, group): Wish[] => {
			if (isForAdults(members, tagsOf)) return [];
			const phrases = rankPhrases(
				shares[group] ?? everything,
				above.shares[parent] ?? everything,
				everything,
			);
			return [...phrases, ...titlePhrases(members, tagsOf, LEAST_SCORES[level] ?? 0)]
				.filter(({ key }) => key !== above.keys[parent])
				.map((phrase) => ({ ...phrase, group }));
		});
		const given = share(wishes, groups.length);
		above = { shares, keys: given.map((wish) => wish?.key ?? '') };
		return given.map((wish) => wish?.text ?? '');
	});
}

/** Gives every group one of its wishes, no two the same: who would tell most by a name has it. */
function share(wishes: readonly Wish[], count: number): (Wish | undefined)[] {
	const given = Array.from({ length: count }, (): Wish | undefined => undefined);
	const taken = new Set<string>();
	const order = [...wishes].sort((a, b) => b.score - a.score || a.group - b.group);
	for (const wish of order) {
		if (given[wish.group] || taken.has(wish.key)) continue;
		given[wish.group] = wish;
		taken.add(wish.key);
	}
	return given;
}

function isForAdults(members: readonly number[], tagsOf: (point: number) => PointTags): boolean {
	const adult = members.filter((point) => tagsOf(point).adult).length;
	return adult >= MOST_ADULT * members.length;
}

/** A group may be said to lie around one of its best-known titles, the best-known for choice. */
function titlePhrases(
	members: readonly number[],
	tagsOf: (point: number) => PointTags,
	score: number,
): Phrase[] {
	return members
		.filter((point) => !tagsOf(point).adult)
		.slice(0, MOST_TITLES)
		.map((point) => shortTitle(tagsOf(point).title))
		.filter((title) => title !== '' && title.length <= LONGEST_TITLE && fits(title))
		.map((title, place) => ({
			key: `Around ${title}`,
			text: `Around ${title}`,
			score: score / (1 + place),
		}));
}

/** A title without its subtitle and season. */
function shortTitle(title: string): string {
	const [short = ''] = title.split(
		/:\s|\s[-–—(~]|\s(?:Season|OVA|Specials?|Part)\b|\s\d\w\w Season/,
	);
	return short.trim();
}
