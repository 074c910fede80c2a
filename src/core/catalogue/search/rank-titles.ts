import { MAIN_NAMES, namesOf, type SearchableTitle } from './searchable-title.ts';
import type { TitleIndex } from './title-index.ts';

/** How far the most popular title may rise above the least: about a prefix above the very name. */
const POPULARITY_WEIGHT = 0.25;
const SYNONYM_FACTOR = 0.97;
/** For a main name typed sign by sign: what tells `K-On!!` from `K-On!`, which fold alike. */
const VERBATIM_BONUS = POPULARITY_WEIGHT + 0.05;
/** A title is left out whose match is below this, or below this share of the best one. */
const MIN_MATCH = 0.2;
const MIN_SHARE_OF_BEST = 0.45;

/** 0 (fewest members) to 1 (most), on a logarithmic scale. */
export function popularityOf(titles: readonly SearchableTitle[]): Float32Array {
	const logs = Float32Array.from(titles, ({ members }) => Math.log1p(Math.max(0, members)));
	const least = logs.reduce((a, b) => Math.min(a, b), Infinity);
	const most = logs.reduce((a, b) => Math.max(a, b), 0);
	return logs.map((log) => (most > least ? (log - least) / (most - least) : 0));
}

/** A title with the name that matched and a score for both match and popularity. */
export interface Candidate {
	readonly title: number;
	readonly name: number;
	readonly score: number;
}

/** The best name of every title that matches well enough, the likeliest title first. */
export function rankTitles(
	index: TitleIndex,
	names: Float32Array,
	titles: Float32Array,
	popularity: Float32Array,
	limit: number,
): Candidate[] {
	const bestName = new Int32Array(index.titleCount).fill(-1);
	const bestOfName = new Float32Array(index.titleCount);
	let best = 0;
	for (let name = 0; name < index.nameCount; name++) {
		const score =
			(names[name] ?? 0) * ((index.nameSlot[name] ?? 0) < MAIN_NAMES ? 1 : SYNONYM_FACTOR);
		if (score === 0) continue;
		const title = index.nameTitle[name] ?? 0;
		if (score <= (bestOfName[title] ?? 0)) continue;
		bestOfName[title] = score;
		bestName[title] = name;
		if (score > best) best = score;
	}
	const least = Math.max(MIN_MATCH, best * MIN_SHARE_OF_BEST);
	const top: Candidate[] = [];
	for (let title = 0; title < index.titleCount; title++) {
		const match = Math.max(bestOfName[title] ?? 0, titles[title] ?? 0);
		if (match < least) continue;
		const score = match + POPULARITY_WEIGHT * (popularity[title] ?? 0);
		if (top.length === limit && score <= (top.at(-1)?.score ?? 0)) continue;
		const place = top.findIndex((other) => other.score < score);
		top.splice(place < 0 ? top.length : place, 0, { title, name: bestName[title] ?? 0, score });
		if (top.length > limit) top.pop();
	}
	return top;
}

const verbatim = (text: string): string => text.trim().normalize('NFKC').toLowerCase();

/** Moves titles up of which a main name is exactly what was typed, if that has any signs. */
export function preferVerbatim(
	candidates: readonly Candidate[],
	titles: readonly SearchableTitle[],
	query: string,
): Candidate[] {
	const typed = verbatim(query);
	if (!/[^\p{L}\p{N}\s]/u.test(typed)) return [...candidates];
	const hasName = ({ title }: Candidate): boolean => {
		const known = titles[title];
		const names = known === undefined ? [] : namesOf(known).slice(0, MAIN_NAMES);
		return names.some((name) => name !== null && verbatim(name) === typed);
	};
	return candidates
		.map((candidate) =>
			hasName(candidate) ? { ...candidate, score: candidate.score + VERBATIM_BONUS } : candidate,
		)
		.sort((a, b) => b.score - a.score);
}
