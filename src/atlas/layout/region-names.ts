/** What a title is about, for names of regions. */
export interface PointTags {
	/** Genres, themes, demographics. */
	readonly subjects: readonly string[];
	readonly studios: readonly string[];
	/** Such as `1990s`; `null` where nobody knows. */
	readonly decade: string | null;
	/** How much the title counts: known ones tell what people see in a region. */
	readonly weight: number;
	/** What the title is called, for regions that no tag sets apart. */
	readonly title: string;
}

/** A group to be named. */
export interface GroupToName {
	readonly members: readonly number[];
	/** Position of the group that holds it in the list of the level above; −1 for none. */
	readonly parent: number;
}

/** Tags of shelves, not of what a title is about. */
const NO_NAMES: ReadonlySet<string> = new Set([
	'Award Winning',
	'Adult Cast',
	'Avant Garde',
	'Visual Arts',
]);
/** Words of fans in plain ones. */
const PLAIN: Readonly<Record<string, string>> = {
	CGDCT: 'Cute Girls',
	'Idols (Female)': 'Idols',
	'Idols (Male)': 'Boy Idols',
	'Mahou Shoujo': 'Magical Girls',
};
const MOST_WORDS = 3;
/** What a tag of each kind counts: a studio or a decade names a region only where it stands out. */
const KIND_WEIGHTS = { subject: 1, decade: 0.45, studio: 0.25 } as const;
/** Above 1, what is rare elsewhere outweighs what is common here. */
const LIFT_EXPONENT = 1.5;
/** How much of what a tag is compared with is the region around, the rest being the whole map. */
const AROUND = 0.7;
type TagKind = keyof typeof KIND_WEIGHTS;
/** Tags that names are put together of. */
const MOST_TAGS = 8;
/** Best-known titles that a region may be named after. */
const MOST_TITLES = 12;
/** A tag that fewer of the members have is no name for all of them, unless no subject is more common: then any is. */
const LEAST_SHARE = 0.2;
const LAST_SHARE = 0.05;

interface Tag {
	readonly kind: TagKind;
	readonly name: string;
}

/**
 * Names the groups of all levels by what sets them apart: class TF-IDF, a tag's share in the group times how much more
 * common it is there than around it. Names have three words at most and are told once on a level; larger groups choose first.
 *
 * @param levels widest first
 */
export function nameGroups(
	levels: readonly (readonly GroupToName[])[],
	tagsOf: (point: number) => PointTags,
	size: number,
): string[][] {
	const everything = sharesOf(
		Array.from({ length: size }, (_, point) => point),
		tagsOf,
	);
	const named: string[][] = [];
	levels.forEach((groups, level) => {
		const above = levels[level - 1] ?? [];
		const shares = above.map(({ members }) => sharesOf(members, tagsOf));
		const taken = new Set<string>();
		const names = groups.map(() => '');
		const order = groups
			.map((_, at) => at)
			.sort((a, b) => sizeOf(groups, b) - sizeOf(groups, a) || a - b);
		for (const at of order) {
			const group = groups[at];
			if (!group) continue;
			const own = sharesOf(group.members, tagsOf);
			const common = rankTags(own, everything, shares[group.parent], LEAST_SHARE);
			const ranked = common.some(({ kind }) => kind === 'subject')
				? common
				: rankTags(own, everything, shares[group.parent], LAST_SHARE);
			// A region inside another need not repeat its name.
			const parentName = named[level - 1]?.[group.parent];
			const titles = group.members
				.slice(0, MOST_TITLES)
				.map((point) => tagsOf(point).title)
				.filter((title) => title !== '');
			const name = firstFree(candidates(ranked, titles), taken, parentName);
			taken.add(name);
			names[at] = name;
		}
		named.push(names);
	});
	return named;
}

const sizeOf = (groups: readonly GroupToName[], at: number) => groups[at]?.members.length ?? 0;

/** Share of each tag by weight, by `kind:name`. */
function sharesOf(members: readonly number[], tagsOf: (point: number) => PointTags) {
	const sums = new Map<string, { tag: Tag; share: number }>();
	let all = 0;
	for (const point of members) {
		const { subjects, studios, decade, weight } = tagsOf(point);
		all += weight;
		const tags: Tag[] = [
			...subjects
				.filter((name) => !NO_NAMES.has(name))
				.map((name) => ({ kind: 'subject' as const, name })),
			...studios.map((name) => ({ kind: 'studio' as const, name })),
			...(decade === null ? [] : [{ kind: 'decade' as const, name: decade }]),
		];
		for (const tag of tags) {
			const key = `${tag.kind}:${tag.name}`;
			const known = sums.get(key);
			if (known) known.share += weight;
			else sums.set(key, { tag, share: weight });
		}
	}
	for (const entry of sums.values()) entry.share /= Math.max(all, Number.MIN_VALUE);
	return sums;
}

type Shares = ReturnType<typeof sharesOf>;

function rankTags(
	own: Shares,
	everything: Shares,
	around: Shares | undefined,
	leastShare: number,
): Tag[] {
	const floor = 0.002;
	const scored = [...own].map(([key, { tag, share }]) => {
		const usual = everything.get(key)?.share ?? 0;
		const there = around?.get(key)?.share ?? usual;
		const compared = AROUND * there + (1 - AROUND) * usual;
		const lift = Math.max(0, Math.log((share + floor) / (compared + floor)));
		const isCommon = share >= leastShare && fits(nameOf(tag));
		return {
			tag,
			key,
			score: isCommon ? KIND_WEIGHTS[tag.kind] * share * lift ** LIFT_EXPONENT : 0,
		};
	});
	return scored
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
		.slice(0, MOST_TAGS)
		.map(({ tag }) => tag);
}

const nameOf = ({ name }: Tag) => PLAIN[name] ?? name;
const wordsIn = (name: string) => name.split(/\s+/).filter((word) => word !== '&').length;
const fits = (name: string) => wordsIn(name) <= MOST_WORDS;

/**
 * Names in order of how well they tell: the best subject alone, then with another tag, then the best-known title, which
 * everything else is around.
 */
function* candidates(ranked: readonly Tag[], titles: Iterable<string>): Generator<string> {
	const subject = ranked.find(({ kind }) => kind === 'subject');
	if (subject === ranked[0] && subject) yield nameOf(subject);
	for (const tag of ranked) if (subject && tellsMore(subject, tag)) yield joined(subject, tag);
	for (const tag of ranked) if (tag.kind === 'subject') yield nameOf(tag);
	for (const [at, tag] of ranked.entries()) {
		for (const other of ranked.slice(at + 1)) if (tellsMore(tag, other)) yield joined(tag, other);
	}
	for (const title of titles) if (wordsIn(title) < MOST_WORDS) yield `Around ${title}`;
	// Something different for each of any number of groups.
	const base = subject ? nameOf(subject) : 'Mixed';
	if (!subject) yield base;
	for (let number = 2; ; number++) {
		yield wordsIn(base) < MOST_WORDS ? `${base} ${number}` : `Mixed ${number}`;
	}
}

/** Whether two tags say more than one: "Sports & Team Sports" does not, nor do two decades. */
function tellsMore(a: Tag, b: Tag): boolean {
	if (a.kind !== 'subject' && a.kind === b.kind) return false;
	return !nameOf(a).includes(nameOf(b)) && !nameOf(b).includes(nameOf(a));
}

function joined(a: Tag, b: Tag): string {
	if (a.kind === 'decade') return `${nameOf(a)} ${nameOf(b)}`;
	if (b.kind === 'decade') return `${nameOf(b)} ${nameOf(a)}`;
	return `${nameOf(a)} & ${nameOf(b)}`;
}

function firstFree(
	names: Iterable<string>,
	taken: ReadonlySet<string>,
	parentName: string | undefined,
): string {
	for (const name of names) {
		if (fits(name) && !taken.has(name) && name !== parentName) return name;
	}
	// `candidates` never ends.
	throw new Error('There is no name left.');
}
