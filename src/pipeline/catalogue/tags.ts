import { cleanNames } from './clean-text.ts';

/** The three kinds of tags that MyAnimeList distinguishes today. */
export interface Tags {
	readonly genres: readonly string[];
	readonly themes: readonly string[];
	readonly demographics: readonly string[];
}

/** Names that older sources use → what MyAnimeList calls them since 2021. */
const RENAMED: Readonly<Record<string, string>> = {
	Cars: 'Racing',
	Dementia: 'Avant Garde',
	Demons: 'Mythology',
	Game: 'Strategy Game',
	Magic: 'Fantasy',
	Police: 'Detective',
	'Shoujo Ai': 'Girls Love',
	'Shounen Ai': 'Boys Love',
	Thriller: 'Suspense',
	Yaoi: 'Boys Love',
	Yuri: 'Girls Love',
};

const DEMOGRAPHICS = new Set(['Josei', 'Kids', 'Seinen', 'Shoujo', 'Shounen']);

/** Names that stood among the genres before 2021 and are themes now. */
const THEMES = new Set([
	'Detective',
	'Harem',
	'Historical',
	'Mahou Shoujo',
	'Martial Arts',
	'Mecha',
	'Military',
	'Mythology',
	'Parody',
	'Psychological',
	'Racing',
	'Samurai',
	'School',
	'Space',
	'Strategy Game',
	'Super Power',
	'Vampire',
]);

/** Every tag once, under the name and kind that it has today, in the order given. */
export function sortTags(stated: {
	readonly [K in keyof Tags]?: readonly string[] | undefined;
}): Tags {
	const renamed = (names: readonly string[] = []) => names.map((name) => RENAMED[name] ?? name);
	const kindOf = (name: string, kind: keyof Tags): keyof Tags => {
		if (DEMOGRAPHICS.has(name)) return 'demographics';
		// Music is genre and theme alike; only what is a theme alone moves.
		return kind === 'genres' && THEMES.has(name) ? 'themes' : kind;
	};
	const kinds = ['genres', 'themes', 'demographics'] as const;
	const found: Record<keyof Tags, string[]> = { genres: [], themes: [], demographics: [] };
	for (const kind of kinds) {
		for (const name of renamed(stated[kind])) found[kindOf(name, kind)].push(name);
	}
	return {
		genres: cleanNames(found.genres),
		themes: cleanNames(found.themes),
		demographics: cleanNames(found.demographics),
	};
}
