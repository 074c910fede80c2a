import { tagList, type PointTags, type Tag, type TagKind } from './region-tags.ts';

/** One tag or two, and what share of some titles has all of them. */
interface PhraseShare {
	readonly tags: readonly [Tag] | readonly [Tag, Tag];
	share: number;
}

/** Shares of phrases among titles, by weight, by the names of their tags in order. */
export type PhraseShares = ReadonlyMap<string, PhraseShare>;

/** A name for a group. */
export interface Phrase {
	/** The same for the same tags, whatever their order in the name. */
	readonly key: string;
	readonly text: string;
	/** How well it tells: a share of the titles times how much more common it is than around. */
	readonly score: number;
}

/** Kinds that a name may have beside a subject or a type, and what each counts: studios name a region where they stand out. */
const BESIDE: Readonly<Record<TagKind, number>> = {
	subject: 1,
	decade: 0.4,
	type: 0.2,
	source: 0.5,
	studio: 0.25,
};
/** What a tag counts as a name by itself: a decade tells too little, and what a title was made from is no place. */
const ALONE: Readonly<Record<TagKind, number>> = {
	subject: 1,
	type: 0,
	studio: 0,
	decade: 0,
	source: 0,
};
/** Above 1, what is rare elsewhere outweighs what is common here. */
const LIFT_EXPONENT = 2;
/** Shares below this are a matter of chance. */
const LEAST_LIFTED = 0.01;
/** How much of what a phrase is compared with is the region around, the rest being the whole map. */
const AROUND = 0.6;
/** A phrase that fewer of the titles have is no name for all of them. */
const LEAST_SHARE = 0.08;
/** Where so many titles with one tag have the other, the second tells nothing more. */
const IMPLIED = 0.7;
const MOST_WORDS = 3;

/** Shares of all tags and pairs of tags among the titles. */
export function phraseShares(
	members: readonly number[],
	tagsOf: (point: number) => PointTags,
): PhraseShares {
	const shares = new Map<string, PhraseShare>();
	let all = 0;
	for (const point of members) {
		const title = tagsOf(point);
		if (title.adult) continue;
		all += title.weight;
		const tags = tagList(title).sort((a, b) => (a.name < b.name ? -1 : 1));
		tags.forEach((tag, at) => {
			count(shares, [tag], title.weight);
			for (const other of tags.slice(at + 1)) count(shares, [tag, other], title.weight);
		});
	}
	for (const entry of shares.values()) entry.share /= Math.max(all, Number.MIN_VALUE);
	return shares;
}

function count(shares: Map<string, PhraseShare>, tags: PhraseShare['tags'], weight: number): void {
	const key = tags.map(({ name }) => name).join('|');
	const known = shares.get(key);
	if (known) known.share += weight;
	else shares.set(key, { tags, share: weight });
}

/**
 * Names for a group, best first: a phrase's share in it times how much more common it is there than around it and on
 * the whole map (class TF-IDF).
 */
export function rankPhrases(
	own: PhraseShares,
	around: PhraseShares,
	everything: PhraseShares,
): Phrase[] {
	const usual = (key: string) => everything.get(key)?.share ?? 0;
	const scoreOf = (key: string, share: number) => {
		const compared = AROUND * (around.get(key)?.share ?? 0) + (1 - AROUND) * usual(key);
		const lift = Math.log((share + LEAST_LIFTED) / (compared + LEAST_LIFTED));
		return share * Math.max(0, lift) ** LIFT_EXPONENT;
	};
	const phrases: Phrase[] = [];
	for (const [key, { tags, share }] of own) {
		if (share < LEAST_SHARE) continue;
		const [a, b] = tags;
		if (!b) {
			const score = ALONE[a.kind] * scoreOf(key, share);
			if (score > 0 && fits(a.name)) phrases.push({ key, text: a.name, score });
			continue;
		}
		const known = [a, b].map(({ name }) => scoreOf(name, own.get(name)?.share ?? 0));
		const name = (known[0] ?? 0) >= (known[1] ?? 0) ? joined(a, b) : joined(b, a);
		if (name === null || !fits(name.text)) continue;
		// Either of two subjects may imply the other; with the rest, only the subject can.
		const least = Math.min(...name.heads.map((tag) => usual(tag.name)));
		if (usual(key) >= IMPLIED * least) continue;
		const score = BESIDE[a.kind] * BESIDE[b.kind] * scoreOf(key, share);
		if (score > 0) phrases.push({ key, text: name.text, score });
	}
	return phrases.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}

/** Two tags as one name, the first telling more, and its subjects; null where they make none. */
function joined(a: Tag, b: Tag): { readonly text: string; readonly heads: readonly Tag[] } | null {
	const [head, other] = a.kind === 'subject' ? [a, b] : [b, a];
	if (head.kind !== 'subject') return null;
	// "Sports & Team Sports" says no more than one of them, nor does "Music Music Videos".
	if (a.name.includes(b.name) || b.name.includes(a.name)) return null;
	if (other.kind === 'subject') return { text: `${a.name} & ${b.name}`, heads: [a, b] };
	return { text: TEXTS[other.kind](head.name, other.name), heads: [head] };
}

/** Names of a subject with something else. */
const TEXTS = {
	decade: (subject: string, decade: string) => `${decade} ${subject}`,
	type: (subject: string, type: string) => `${subject} ${type}`,
	source: (subject: string, source: string) => `${subject} from ${source}`,
	studio: (subject: string, studio: string) => `${subject} by ${studio}`,
};

const SMALL_WORDS: ReadonlySet<string> = new Set([
	'&',
	'of',
	'by',
	'from',
	'on',
	'the',
	'The',
	'to',
	'in',
	'a',
]);

/** Whether a name is short: small words don't count. */
export function fits(name: string): boolean {
	return name.split(/\s+/).filter((word) => !SMALL_WORDS.has(word)).length <= MOST_WORDS;
}
