/** What a title is, for names of regions. */
export interface PointTags {
	/** Genres, themes, demographics. */
	readonly subjects: readonly string[];
	readonly studios: readonly string[];
	/** Such as `1990s`; `null` where nobody knows. */
	readonly decade: string | null;
	/** TV, Movie, OVA, … */
	readonly type: string;
	/** What it was made from: Manga, Visual novel, …; `null` where nobody knows. */
	readonly source: string | null;
	/** How much the title counts: known ones tell what people see in a region. */
	readonly weight: number;
	/** What the title is called, for regions that no tag sets apart. */
	readonly title: string;
	/** For adults: it counts for no name. */
	readonly adult: boolean;
}

export type TagKind = 'subject' | 'decade' | 'type' | 'source' | 'studio';

/** One thing that titles share, in the words of a name. */
export interface Tag {
	readonly kind: TagKind;
	readonly name: string;
}

/** Tags of shelves, not of what a title is about, and those that not everybody wants to read on a map. */
const NO_NAMES: ReadonlySet<string> = new Set([
	'Award Winning',
	'Adult Cast',
	'Avant Garde',
	'Visual Arts',
	'Anthropomorphic',
	'Hentai',
	'Erotica',
	'Magical Sex Shift',
]);
/** Words of fans in plain or shorter ones. */
const PLAIN: Readonly<Record<string, string>> = {
	CGDCT: 'Cute Girls',
	Gourmet: 'Food',
	'High Stakes Game': 'High Stakes',
	'Idols (Female)': 'Idols',
	'Idols (Male)': 'Boy Idols',
	Iyashikei: 'Soothing',
	'Love Polygon': 'Love Triangles',
	'Mahou Shoujo': 'Magical Girls',
	'Strategy Game': 'Strategy Games',
	'Tatsunoko Production': 'Tatsunoko',
	'TMS Entertainment': 'TMS',
	'Toei Animation': 'Toei',
	'Video Game': 'Video Games',
};
/** Types that set titles apart; most are on television. */
const TYPES: Readonly<Record<string, string>> = {
	Movie: 'Movies',
	Music: 'Music Videos',
	ONA: 'Web Series',
	OVA: 'OVAs',
	Special: 'Specials',
};
/** Sources that set titles apart; most are manga. */
const SOURCES: Readonly<Record<string, string>> = {
	'4-koma manga': '4-Koma',
	Game: 'Games',
	'Light novel': 'Light Novels',
	'Visual novel': 'Visual Novels',
};

/** The tags of a title, each once; none of one for adults. */
export function tagList({ subjects, studios, decade, type, source, adult }: PointTags): Tag[] {
	if (adult) return [];
	const typeName = TYPES[type];
	const sourceName = source === null ? undefined : SOURCES[source];
	const named = subjects.filter((name) => !NO_NAMES.has(name)).map((name) => PLAIN[name] ?? name);
	return [
		...[...new Set(named)].map((name): Tag => ({ kind: 'subject', name })),
		...studios.map((name): Tag => ({ kind: 'studio', name: PLAIN[name] ?? name })),
		...(decade === null ? [] : [{ kind: 'decade' as const, name: decade }]),
		...(typeName === undefined ? [] : [{ kind: 'type' as const, name: typeName }]),
		...(sourceName === undefined ? [] : [{ kind: 'source' as const, name: sourceName }]),
	];
}
