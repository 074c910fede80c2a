import type { Catalogue } from '../catalogue/catalogue.ts';
import type { SimilarAnswer } from './answer.ts';

/** What kind of list a title belongs on, as far as the model can say it. */
export interface Audience {
	/**
	 * MyAnimeList ids of the titles whose presence on a list raises that of the title most, beyond what the rest of
	 * the list explains; strongest first, at most four.
	 */
	readonly titles: readonly number[];
	/** Genres, themes and demographics that those titles have more often than other well-known ones; at most three. */
	readonly subjects: readonly string[];
}

const MOST_TITLES = 4;
const MOST_SUBJECTS = 3;
/** Fewer neighbours than this have no genre in common but by chance. */
const LEAST_NEIGHBOURS = 4;
/** Least share of the neighbours that a subject has, and how much more often than elsewhere. */
const LEAST_SHARE = 1 / 3;
const LEAST_LIFT = 1.5;
/** Neighbours are well known: what is common among all those says nothing of them. */
const WELL_KNOWN = 3_000;
/** Says how good a title is, not what. */
const NO_SUBJECT: ReadonlySet<string> = new Set(['Award Winning']);

/**
 * Counts the subjects of the well-known titles once.
 *
 * @returns who likes a title, told from those that the same people watch; null where the model knows of none
 */
export function createAudience(catalogue: Catalogue): (similar: SimilarAnswer) => Audience | null {
	const known = Math.min(WELL_KNOWN, catalogue.size);
	const everywhere = countSubjects(Array.from({ length: known }, (_, index) => index));
	return ({ items }) => {
		// The member that is alike counts, not the start of its story that stands for it in a list.
		const neighbours = items
			.filter(({ reasons }) => reasons.includes('same-audience'))
			.map(({ malId, standsFor }) => standsFor ?? malId);
		if (neighbours.length === 0) return null;
		return {
			titles: neighbours.slice(0, MOST_TITLES),
			subjects: neighbours.length < LEAST_NEIGHBOURS ? [] : subjectsOf(neighbours),
		};
	};

	function subjectsOf(neighbours: readonly number[]): string[] {
		const counts = countSubjects(neighbours.flatMap((malId) => catalogue.indexOf(malId) ?? []));
		return Array.from(counts, ([name, count]) => {
			const share = count / neighbours.length;
			return { name, share, elsewhere: (everywhere.get(name) ?? 0) / known };
		})
			.filter(({ share, elsewhere }) => share >= LEAST_SHARE && share >= LEAST_LIFT * elsewhere)
			.sort((a, b) => b.share - b.elsewhere - (a.share - a.elsewhere))
			.slice(0, MOST_SUBJECTS)
			.map(({ name }) => name);
	}

	function countSubjects(indices: readonly number[]): Map<string, number> {
		const counts = new Map<string, number>();
		for (const index of indices) {
			const { genres, themes, demographics } = catalogue.anime(index);
			for (const name of new Set([...genres, ...themes, ...demographics])) {
				if (!NO_SUBJECT.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
			}
		}
		return counts;
	}
}
