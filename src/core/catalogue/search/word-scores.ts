import { createEditDistance } from './edit-distance.ts';
import type { TitleIndex } from './title-index.ts';
import { findHits, type Hit } from './word-hits.ts';
import { lowerBound } from './word-matches.ts';

/** How well the words of a query are found in each name and title, in any order. */
export interface WordScores {
	/** 0–1 per name. */
	readonly names: Float32Array;
	/** 0–1 per title: its words may come from different names. Without regard to what is left over. */
	readonly titles: Float32Array;
}

/** Weight of a query word: its rarity, or for one that is no word of any name, its length. */
function queryWeight(index: TitleIndex, text: string): number {
	const word = lowerBound(index.words, text);
	if (index.words[word] === text) return index.wordWeight[word] ?? 1;
	return Math.min(1, 0.3 + 0.12 * text.length);
}

/** Finds the words of queries in the names of an index; keeps its scratch memory between queries. */
export function createWordScorer(index: TitleIndex): (words: readonly string[]) => WordScores {
	const distance = createEditDistance();
	const { nameTitle, nameWeight } = index;
	const names = new Float32Array(index.nameCount);
	const titles = new Float32Array(index.titleCount);
	const covered = new Float32Array(index.nameCount);
	const nameRound = new Uint8Array(index.nameCount);
	const titleRound = new Uint8Array(index.titleCount);

	/** Hits come best first, so the first one of a name or title is its best for this word. */
	function credit(
		{ names: found, from, to, similarity, weight }: Hit,
		share: number,
		round: number,
	): void {
		for (let k = from; k < to; k++) {
			const name = found[k] ?? 0;
			if (nameRound[name] === round) continue;
			nameRound[name] = round;
			names[name] = (names[name] ?? 0) + share * similarity;
			const whole = nameWeight[name] ?? 0;
			covered[name] = Math.min(whole, (covered[name] ?? 0) + Math.min(weight, whole) * similarity);
			const title = nameTitle[name] ?? 0;
			if (titleRound[title] === round) continue;
			titleRound[title] = round;
			titles[title] = (titles[title] ?? 0) + share * similarity;
		}
	}

	return (words) => {
		for (const scratch of [names, titles, covered, nameRound, titleRound]) scratch.fill(0);
		const weights = words.map((word) => queryWeight(index, word));
		const total = weights.reduce((sum, weight) => sum + weight, 0);
		words.forEach((_, at) => {
			for (const hit of findHits(index, words, at, distance))
				credit(hit, (weights[at] ?? 0) / total, at + 1);
		});
		for (let name = 0; name < names.length; name++) {
			const found = names[name] ?? 0;
			if (found === 0) continue;
			names[name] =
				found * Math.sqrt(found) * (0.7 + (0.3 * (covered[name] ?? 0)) / (nameWeight[name] ?? 1));
		}
		for (let title = 0; title < titles.length; title++) {
			const found = titles[title] ?? 0;
			titles[title] = 0.6 * found * Math.sqrt(found);
		}
		return { names, titles };
	};
}
