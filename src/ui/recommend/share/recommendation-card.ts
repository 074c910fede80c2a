import type { TitleLanguage } from '#core/catalogue/anime.ts';
import type { AnimeCard } from '#core/rank/answer.ts';
import type { ScoreFormat } from '#core/profile/score-format.ts';
import type { RecommendedAnime } from '#core/rank/recommendation.ts';
import { drawPlaceholder } from '#ui/shared/poster/placeholder.ts';
import type { CardLayout, CardPart, CardTheme } from '#ui/shared/share-image/card-layout.ts';
import { shownTitle, type TitledAnime } from '#ui/shared/shown-title.ts';
import { shortFacts } from '../list/anime-facts.ts';
import { predictedWords } from '../list/card-words.ts';
import { capitalise, mainContributions, whyPhrases } from '../list/why.ts';

const WIDTH = 1080;
const MARGIN = 64;
const HEAD = 176;
const ROW = 132;
const FOOT = 88;
/** The drawn posters are 200 × 300 in their own coordinates. */
const POSTER_SCALE = 0.36;
const POSTER_X = MARGIN + 60;
const TEXT_X = POSTER_X + 72 + 28;

export interface SharedRows {
	/** As they stand on the page. */
	readonly items: readonly RecommendedAnime[];
	readonly cards: ReadonlyMap<number, AnimeCard>;
	/** Titles by MyAnimeList id, those of the list among them. */
	readonly names: ReadonlyMap<number, TitledAnime>;
	readonly language: TitleLanguage;
	/** What stands above the list: filters, and scores that are tried out. */
	readonly active: readonly string[];
	/** Rows to show. */
	readonly count: number;
	readonly theme: CardTheme;
	/** The scale that scores are told on. */
	readonly format: ScoreFormat | undefined;
}

/**
 * The first rows of a list as a picture. It shows what the page shows of them, and neither the list nor whose it is;
 * posters are drawn, so nothing is fetched for it.
 */
export function recommendationCard(shared: SharedRows): CardLayout {
	const { items, cards, active, count, theme } = shared;
	const rows = items.slice(0, count).flatMap((item) => {
		const card = cards.get(item.malId);
		return card ? [{ item, card }] : [];
	});
	const height = HEAD + rows.length * ROW + FOOT;
	return {
		title: `What to watch next: ${rows.map(({ card }) => shownTitle(card, shared.language).text).join(', ')}`,
		width: WIDTH,
		height,
		theme,
		parts: [
			...head(active),
			...rows.flatMap(({ item, card }, at) => row(item, card, HEAD + at * ROW, shared)),
			line('Sprout: which anime to watch next, and why', MARGIN, height - 40, {
				sizes: [26],
				weight: 600,
				tone: 'accent',
			}),
		],
	};
}

type TextStyle = Pick<Extract<CardPart, { kind: 'text' }>, 'sizes' | 'weight' | 'tone'>;

function line(text: string, x: number, y: number, style: TextStyle): CardPart {
	return { kind: 'text', text, x, y, width: WIDTH - x - MARGIN, ...style };
}

function head(active: readonly string[]): CardPart[] {
	const y = active.length > 0 ? 92 : 112;
	return [
		line('What to watch next', MARGIN, y, { sizes: [60], weight: 680, tone: 'text' }),
		line(active.join(' · '), MARGIN, 140, { sizes: [26, 22], weight: 400, tone: 'faint' }),
	];
}

function row(item: RecommendedAnime, card: AnimeCard, top: number, shared: SharedRows): CardPart[] {
	const { text: title } = shownTitle(card, shared.language);
	const facts = [...shortFacts(card), `for me ${predictedWords(item, shared.format)}`].join(' · ');
	return [
		{ kind: 'block', x: MARGIN, y: top, width: WIDTH - 2 * MARGIN, height: 2, tone: 'line' },
		{
			kind: 'text',
			text: String(item.place),
			x: MARGIN + 36,
			y: top + 78,
			width: 48,
			sizes: [32, 26],
			weight: 500,
			tone: 'faint',
			align: 'end',
		},
		poster(card, top + 12),
		line(title, TEXT_X, top + 46, { sizes: [36, 32, 28], weight: 650, tone: 'text' }),
		line(facts, TEXT_X, top + 80, { sizes: [24, 22], weight: 400, tone: 'faint' }),
		line(why(item, shared), TEXT_X, top + 112, { sizes: [24, 22], weight: 500, tone: 'accent' }),
	];
}

function poster(card: AnimeCard, y: number): CardPart {
	const { hue, inverted, motif, monogram } = drawPlaceholder({
		title: card.english ?? card.title,
		genres: [...card.genres, ...card.themes],
		seed: card.malId,
	});
	const low = `oklch(0.44 0.075 ${hue})`;
	const high = `oklch(0.525 0.085 ${hue})`;
	return {
		kind: 'drawing',
		x: POSTER_X,
		y,
		width: 200,
		height: 300,
		scale: POSTER_SCALE,
		ground: inverted ? high : low,
		tone: inverted ? low : high,
		filled: motif.filled,
		stroked: motif.stroked,
		strokeWidth: motif.strokeWidth,
		letters: monogram,
	};
}

/** The reason that a row begins with, in a line. */
function why({ contributions }: RecommendedAnime, { names, language }: SharedRows): string {
	const [phrase] = whyPhrases(mainContributions(contributions));
	if (phrase === undefined) return '';
	const titles = phrase.contributions.flatMap(({ malId }) => {
		const title = names.get(malId);
		return title ? [shownTitle(title, language).text] : [];
	});
	// The picture speaks for who shares it.
	const words = capitalise(phrase.words).replace(/\byou\b/, 'I');
	return titles.length === 0 ? '' : `${words} ${titles.join(', ')}`;
}
