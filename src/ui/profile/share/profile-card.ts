import type { ProfileFacts, TasteCluster } from '#core/analytics/profile-analytics.ts';
import type { CardLayout, CardPart, CardTheme } from '#ui/shared/share-image/card-layout.ts';
import { formatCount, formatShare } from '#ui/shared/format-number.ts';
import { topRows } from '../charts/facet-charts.ts';
import type { Finding } from '../findings/finding.ts';
import { valueName } from '../words/facet-words.ts';
import { groupName, groupWords } from '../words/insight-words.ts';

/** What a picture can show. */
export const PANELS = ['findings', 'scores', 'genres', 'tastes'] as const;
export type Panel = (typeof PANELS)[number];

const WIDTH = 1080;
const MARGIN = 64;
const INNER = WIDTH - 2 * MARGIN;
/** Some devices have wider fonts than those that widths are told for. */
const LINE = 0.85 * INNER;
const HEAD = 152;
const FOOT = 96;
const HEADING = 76;
const FINDING = 116;
const BARS = 220;
const ROW = 60;
const MOST_ROWS = 6;

export interface SharedProfile {
	readonly panels: readonly Panel[];
	readonly findings: readonly Finding[];
	readonly facts: ProfileFacts;
	/** Groups of taste; empty until they are there. */
	readonly groups: readonly TasteCluster[];
	readonly titleOf: (malId: number) => string;
	readonly theme: CardTheme;
}

/** A part of the picture that knows its own height and is placed by whoever stacks it. */
interface Block {
	readonly height: number;
	readonly at: (top: number) => readonly CardPart[];
}

/** The panels that there is something to show of. */
export function panelsOf({ facts, findings, groups }: SharedProfile): Panel[] {
	const filled: Readonly<Record<Panel, boolean>> = {
		findings: findings.length > 0,
		scores: facts.counts.scored > 0,
		genres: facts.facets.genres.length > 0,
		tastes: groups.length > 0,
	};
	return PANELS.filter((panel) => filled[panel]);
}

/**
 * What a list says as a picture: the chosen panels, one below the other. It names titles where a finding is about one,
 * and neither the list nor whose it is; nothing is fetched for it.
 */
export function profileCard(profile: SharedProfile): CardLayout {
	const blocks = panelsOf(profile)
		.filter((panel) => profile.panels.includes(panel))
		.map((panel) => DRAWN[panel](profile));
	const parts: CardPart[] = [
		text('What my list says about me', MARGIN, 104, { sizes: [56, 50], weight: 680 }),
	];
	let top = HEAD;
	for (const { height, at } of blocks) {
		parts.push(...at(top));
		top += height;
	}
	const foot = { sizes: [26] as const, weight: 600, tone: 'accent' as const };
	parts.push(text('Sprout: which anime to watch next, and why', MARGIN, top + 56, foot));
	return {
		title: `What my list says about me: ${profile.findings.map(({ text: words }) => words).join(' ')}`,
		width: WIDTH,
		height: top + FOOT,
		theme: profile.theme,
		parts,
	};
}

const DRAWN: Readonly<Record<Panel, (profile: SharedProfile) => Block>> = {
	findings: (profile) => ({
		height: profile.findings.length * FINDING,
		at: (top) =>
			profile.findings.flatMap((finding, row) => [
				text(headline(finding, profile), MARGIN, top + row * FINDING + 48, {
					sizes: [40, 36, 32, 28],
					weight: 600,
				}),
				text(aside(finding), MARGIN, top + row * FINDING + 86, QUIET),
			]),
	}),
	scores: ({ facts }) => ({
		height: HEADING + BARS + 64,
		at: (top) => [...heading('Scores', top), ...scoreBars(facts, top + HEADING)],
	}),
	genres: ({ facts }) => {
		const rows = topRows(facts.facets.genres, 'count', MOST_ROWS);
		const most = Math.max(...rows.map(({ share }) => share));
		return {
			height: HEADING + rows.length * ROW,
			at: (top) => [
				...heading('Genres', top),
				...rows.flatMap(({ value, share }, row) => {
					const y = top + HEADING + row * ROW;
					const width = Math.max(4, (share / most) * (INNER - 400));
					return [
						text(valueName('genres', value), MARGIN, y + 36, { ...PLAIN, width: 250 }),
						block(MARGIN + 270, y + 12, width, 28, 'accent'),
						text(formatShare(share), MARGIN + 290 + width, y + 36, { ...QUIET, width: 110 }),
					];
				}),
			],
		};
	},
	tastes: ({ groups, titleOf }) => {
		const rows = groups.slice(0, MOST_ROWS);
		return {
			height: HEADING + rows.length * ROW,
			at: (top) => [
				...heading('Tastes', top),
				...rows.flatMap((group, row) => {
					const y = top + HEADING + row * ROW + 36;
					return [
						text(groupName(group, titleOf), MARGIN, y, { ...PLAIN, width: 560 }),
						text(groupWords(group), WIDTH - MARGIN, y, { ...QUIET, width: 380, align: 'end' }),
					];
				}),
			],
		};
	},
};

/** A finding of a title begins with that; any other is said at once. */
function headline({ malId, text: words }: Finding, { titleOf }: SharedProfile): string {
	return malId === null ? words : titleOf(malId);
}

/** What is said of that title, or what stands behind the finding. */
function aside({ malId, text: words, note }: Finding): string {
	return malId === null ? note : words;
}

/** One column a score, those of everybody behind. */
function scoreBars({ scores: { bins } }: ProfileFacts, top: number): CardPart[] {
	const step = INNER / bins.length;
	const most = Math.max(...bins.flatMap(({ share, othersShare }) => [share, othersShare ?? 0]));
	return bins.flatMap(({ points, count, share, othersShare }, at) => {
		const x = MARGIN + at * step;
		const tall = (part: number) => (part / most) * BARS;
		const behind = tall(othersShare ?? 0);
		const own = tall(share);
		const middle = x + step / 2;
		return [
			...(behind > 0 ? [block(x + 6, top + BARS - behind, step - 12, behind, 'line')] : []),
			...(own > 0 ? [block(x + 22, top + BARS - own, step - 44, own, 'accent')] : []),
			text(String(points), middle + 10, top + BARS + 36, { ...QUIET, width: 60, align: 'end' }),
			...(count > 0 && own > 0
				? [
						text(formatCount(count), middle + 22, top + BARS - own - 8, {
							...QUIET,
							sizes: [20],
							width: 80,
							align: 'end',
						}),
					]
				: []),
		];
	});
}

function heading(words: string, top: number): CardPart[] {
	return [
		block(MARGIN, top + 8, INNER, 2, 'line'),
		text(words, MARGIN, top + 56, { sizes: [28], weight: 600, tone: 'faint' }),
	];
}

type TextPart = Extract<CardPart, { kind: 'text' }>;
type TextStyle = Pick<TextPart, 'sizes' | 'weight'> &
	Partial<Pick<TextPart, 'tone' | 'width' | 'align'>>;

const PLAIN: TextStyle = { sizes: [30, 26], weight: 550 };
const QUIET: TextStyle = { sizes: [26, 24], weight: 400, tone: 'quiet' };

function text(words: string, x: number, y: number, style: TextStyle): CardPart {
	return { kind: 'text', text: words, x, y, width: LINE, tone: 'text', ...style };
}

type Tone = Extract<CardPart, { kind: 'block' }>['tone'];

function block(x: number, y: number, width: number, height: number, tone: Tone): CardPart {
	return { kind: 'block', x, y, width, height, radius: height > 4 ? 4 : 0, tone };
}
