import { displayTitle, type Anime, type TitleLanguage } from '#core/catalogue/anime.ts';

export type TitledAnime = Pick<Anime, 'title' | 'english' | 'native'>;

export interface ShownTitle {
	readonly text: string;
	/** Language of the text, where it is not written in Latin script; a font and a voice need it. */
	readonly lang: 'ja' | 'ko' | undefined;
}

const HANGUL = /\p{Script=Hangul}/u;
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** The title in the wanted language, with the language it turned out to be in. */
export function shownTitle(anime: TitledAnime, language: TitleLanguage): ShownTitle {
	const text = displayTitle(anime, language);
	if (JAPANESE.test(text)) return { text, lang: 'ja' };
	return { text, lang: HANGUL.test(text) ? 'ko' : undefined };
}
