/** A way to the recommendations as they would be with another score for one title. */
export interface TriedScore {
	readonly href: string;
	/** 1–10, as it is written. */
	readonly score: string;
}

/** Makes that way for a title (MyAnimeList id) and a score in points of 100. */
export type WhatIfLink = (malId: number, score: number) => TriedScore;

/**
 * Makes such ways to the page of the recommendations.
 *
 * @param address the page's path with what its own address says already, ending in `?`, `#` or `&`
 */
export function whatIfLinks(address: string): WhatIfLink {
	return (malId, score) => {
		const tried = Math.min(100, Math.max(10, Math.round(score)));
		return { href: `${address}whatif=${malId}:${tried}`, score: String(tried / 10) };
	};
}
