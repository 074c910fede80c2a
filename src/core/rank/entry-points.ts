import type { Anime } from '../catalogue/anime.ts';
import type { Catalogue, RelationKind } from '../catalogue/catalogue.ts';

/** A well-known member has at least this share of the members of its franchise's best-known title. */
const WELL_KNOWN_SHARE = 0.1;

const CLIP_TYPES: ReadonlySet<Anime['type']> = new Set(['Music', 'CM', 'PV']);

/** Music videos and advertisements: nobody starts a story with them, as long as there is a story. */
export function isClip({ type }: Pick<Anime, 'type'>): boolean {
	return CLIP_TYPES.has(type);
}

/** What a title with such an edge continues. */
const BACKWARD: ReadonlySet<RelationKind> = new Set(['prequel', 'parent-story', 'full-story']);

/** Edges that say nothing of the order of a story. */
const UNORDERED: ReadonlySet<RelationKind> = new Set(['related', 'other', 'character']);

/** A name that says of itself that it begins anew: "1st Season", "(2019)", "(TV)". */
const FRESH_START = /\b1st season\b|\((?:\d{4}|tv)\)$/i;

/** Words at the start of a name that make two titles one line, where the names have so many. */
const LEADING_WORDS = 2;

/**
 * Where the stories of one franchise begin (rule F1).
 *
 * A franchise can hold several lines that begin anew, as Gundam does; every member leads back to the
 * beginnings of its own line.
 */
export interface EntryPoints {
	/** All beginnings, well-known ones first, then in watch order; at least one. */
	readonly all: readonly number[];
	/** The beginnings that a member leads back to; none for clips of a franchise that has a story. */
	of(member: number): readonly number[];
}

/** Works out the entry points of a franchise: one walk over its members in watch order. */
export function entryPoints(catalogue: Catalogue, franchise: number): EntryPoints {
	const all = catalogue.franchiseMembers(franchise);
	const stories = all.filter((index) => !isClip(catalogue.anime(index)));
	const members = stories.length > 0 ? stories : all;
	const most = Math.max(0, ...members.map((index) => catalogue.anime(index).members));
	const isWellKnown = (index: number) => catalogue.anime(index).members >= most * WELL_KNOWN_SHARE;
	const wellKnownFirst = (indices: readonly number[]) => [
		...indices.filter(isWellKnown),
		...indices.filter((index) => !isWellKnown(index)),
	];

	// Whatever a member continues stands before it in watch order, so its beginnings are known by then.
	const beginnings = new Map<number, readonly number[]>();
	members.forEach((index, at) => {
		const earlier = members.slice(0, at);
		const continued = continues(catalogue, index, members, earlier, isWellKnown);
		const roots = new Set(continued.flatMap((before) => beginnings.get(before) ?? []));
		beginnings.set(index, roots.size === 0 ? [index] : wellKnownFirst([...roots]));
	});
	const roots = members.filter((index) => beginnings.get(index)?.[0] === index);
	return { all: wellKnownFirst(roots), of: (member) => beginnings.get(member) ?? [] };
}

/** The earlier members that a member continues: by its edges or, where nobody typed any, by its name. */
function continues(
	catalogue: Catalogue,
	index: number,
	members: readonly number[],
	earlier: readonly number[],
	isWellKnown: (index: number) => boolean,
): readonly number[] {
	const edges = catalogue
		.relations(index)
		.filter(({ to, kind }) => !UNORDERED.has(kind) && members.includes(to));
	if (edges.length > 0) {
		return edges
			.filter(({ to, kind }) => BACKWARD.has(kind) && earlier.includes(to))
			.map(({ to }) => to);
	}
	const { title } = catalogue.anime(index);
	if (FRESH_START.test(title)) return [];
	const first = earlier.find(
		(before) => isWellKnown(before) && beginsLike(title, catalogue.anime(before).title),
	);
	return first === undefined ? [] : [first];
}

function beginsLike(later: string, earlier: string): boolean {
	const lead = words(earlier).slice(0, LEADING_WORDS);
	const own = words(later);
	return lead.length > 0 && lead.every((word, at) => word === own[at]);
}

function words(title: string): string[] {
	return title
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);
}
