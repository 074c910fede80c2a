import type { Catalogue } from '../catalogue/catalogue.ts';
import { facetRows, othersShares, type OthersShares } from './facets.ts';
import { createOthers } from './others.ts';
import { popularityOfTaste } from './popularity-of-taste.ts';
import {
	FACET_KINDS,
	type EntryCounts,
	type FacetKind,
	type FacetRow,
	type ProfileFacts,
} from './profile-analytics.ts';
import { shareBelow } from './reference/quantiles.ts';
import type { ReferenceFigures } from './reference/reference-figures.ts';
import { scoredTitles } from './scored-titles.ts';
import { scoreFacts } from './score-facts.ts';
import { statusFacts } from './status-facts.ts';
import { unusualOpinions } from './unusual-opinions.ts';
import { watchTime } from './watch-time.ts';
import type { ReadList } from './watched-titles.ts';

/** What can be counted on a list: everything that takes no model. */
export function createProfileFacts(
	catalogue: Catalogue,
	reference: ReferenceFigures | null,
): (list: ReadList) => ProfileFacts {
	const others = createOthers(catalogue, reference);
	const shares = new Map<FacetKind, OthersShares>(
		reference ? FACET_KINDS.map((kind) => [kind, othersShares(catalogue, reference, kind)]) : [],
	);
	return (list) => {
		const { watched, entries } = list;
		const scored = scoredTitles(watched, others);
		const facets = FACET_KINDS.map((kind) => [
			kind,
			facetRows(kind, watched, scored, shares.get(kind) ?? null),
		]);
		return {
			counts: entryCounts(list, scored.length, reference),
			statuses: statusFacts(entries, reference),
			time: watchTime(watched),
			scores: scoreFacts(scored, reference),
			// The keys are all kinds.
			facets: Object.fromEntries(facets) as Record<FacetKind, FacetRow[]>,
			popularity: popularityOfTaste(watched, reference),
			opinions: unusualOpinions(scored, others),
		};
	};
}

function entryCounts(
	{ entries, watched, unknown }: ReadList,
	scored: number,
	reference: Pick<ReferenceFigures, 'listed'> | null,
): EntryCounts {
	const begun = watched.length + unknown;
	return {
		listed: entries.length,
		planned: entries.length - begun,
		watched: watched.length,
		unknown,
		scored,
		listedPercentile: reference ? shareBelow(reference.listed, begun) : null,
	};
}
