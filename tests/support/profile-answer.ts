import {
	FACET_KINDS,
	type FacetKind,
	type FacetRow,
	type LeftOutEntry,
	type ProfileFacts,
	type ProfileInsights,
	type ScoreFacts,
	type TasteCluster,
	type UnusualOpinion,
} from '#core/analytics/profile-analytics.ts';

/** A row of a facet: only what matters to a test. */
export function facetRow(row: Partial<FacetRow> & { readonly value: string }): FacetRow {
	return {
		count: 10,
		share: 0.1,
		othersShare: null,
		scored: 0,
		mean: null,
		othersMean: null,
		departure: null,
		...row,
	};
}

/**
 * The spread of some scores (points of 100, whole tens).
 *
 * @param others shares of all scores of others by 1–10; without them nothing is known of others
 */
export function scoreFactsOf(
	scores: readonly number[],
	others?: Readonly<Record<number, number>>,
): ScoreFacts {
	const bins = Array.from({ length: 10 }, (_, at) => {
		const count = scores.filter((score) => score === (at + 1) * 10).length;
		return {
			points: at + 1,
			count,
			share: count / Math.max(1, scores.length),
			othersShare: others ? (others[at + 1] ?? 0) : null,
		};
	});
	const sum = scores.reduce((total, score) => total + score, 0);
	const mean = scores.length === 0 ? null : sum / scores.length;
	return {
		bins,
		mean,
		median: mean,
		deviation: mean === null ? null : 10,
		othersMean: others ? 72 : null,
		meanPercentile: null,
		departure: null,
	};
}

/** Facts of a list of which nothing stands out; `changes` make them those of another. */
export function profileFactsOf(changes: Partial<ProfileFacts> = {}): ProfileFacts {
	const none = FACET_KINDS.map((kind): [FacetKind, FacetRow[]] => [kind, []]);
	return {
		counts: {
			listed: 40,
			planned: 0,
			watched: 40,
			unknown: 0,
			scored: 40,
			listedPercentile: 0.5,
		},
		statuses: {
			watching: 0,
			completed: 40,
			onHold: 0,
			dropped: 0,
			planned: 0,
			completionRate: 1,
			dropRate: 0,
			dropRatePercentile: 0.5,
		},
		time: { minutes: 40 * 12 * 24, episodes: 40 * 12, counted: 40, uncounted: 0 },
		scores: scoreFactsOf([], {}),
		// The keys are all kinds.
		facets: Object.fromEntries(none) as Record<FacetKind, FacetRow[]>,
		popularity: null,
		opinions: [],
		...changes,
	};
}

/** An opinion: only what matters to a test. */
export function opinionOf(opinion: Partial<UnusualOpinion>): UnusualOpinion {
	return {
		malId: 1,
		score: 40,
		othersMean: 86,
		percentile: 0.01,
		rarity: 0.02,
		scorers: 1_200,
		...opinion,
	};
}

/** An entry left out: only what matters to a test. */
export function leftOut(entry: Partial<LeftOutEntry>): LeftOutEntry {
	return {
		malId: 1,
		score: 80,
		predicted: 80,
		difference: 0,
		impact: 0.02,
		lifts: null,
		lowers: null,
		...entry,
	};
}

/** A group of titles: only what matters to a test. */
export function clusterOf(cluster: Partial<TasteCluster>): TasteCluster {
	return {
		traits: [{ kind: 'genre', value: 'Sports', share: 0.8, elsewhere: 0.05 }],
		count: 10,
		share: 0.25,
		mean: 80,
		exemplars: [1],
		malIds: [1],
		next: [],
		...cluster,
	};
}

/** Insights into a list of which nothing stands out. */
export function profileInsightsOf(changes: Partial<ProfileInsights> = {}): ProfileInsights {
	return {
		usedEntries: 40,
		impactful: [],
		surprising: [],
		clusters: null,
		knowledge: { folds: 5, scores: null, titles: null },
		...changes,
	};
}
