import type { Others } from './others.ts';
import type { WatchedTitle } from './watched-titles.ts';

/** A watched title with a score. */
export interface ScoredTitle extends WatchedTitle {
	/** 1–100. */
	readonly score: number;
	/** Mean of others; null where nobody's is known. */
	readonly others: number | null;
	/** `score` − `others`; null likewise. */
	readonly departure: number | null;
}

/** The scored ones among the watched titles, in the same order. */
export function scoredTitles(watched: readonly WatchedTitle[], others: Others): ScoredTitle[] {
	return watched.flatMap((title) => {
		const { score } = title.entry;
		if (score === null) return [];
		const mean = others.mean(title.entry.malId);
		return { ...title, score, others: mean, departure: mean === null ? null : score - mean };
	});
}
