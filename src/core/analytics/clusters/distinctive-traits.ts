import type { Anime } from '../../catalogue/anime.ts';
import type { Trait, TraitTable } from './trait-table.ts';

/** A trait of a name is that of so many titles of a group, at least. */
const LEAST_SHARE = 1 / 4;
const LEAST_TITLES = 2;
/** And so much more often than the catalogue has it: two in three are comedies somewhere. */
const LEAST_LIFT = 1.5;
/** Titles that the commonness in the catalogue counts for, on either side of a comparison. */
const PRIOR_TITLES = 10;
/** Keeps traits that no well-known title has from being infinitely telling. */
const LEAST_PRIOR = 0.01;

/** A trait, and how much it tells a group from what is not in it. */
export interface DistinctiveTrait {
	readonly trait: Trait;
	/** Share of the group that has it. */
	readonly share: number;
	/** Share of the well-known titles of the catalogue. */
	readonly elsewhere: number;
	/** Mean of the two z-scores; above 0. */
	readonly evidence: number;
}

/**
 * What a group has more often than the rest of the list and than the catalogue, most telling first: log odds with an
 * informative Dirichlet prior, in standard deviations (Monroe, Colaresi and Quinn 2008, "Fightin' Words", eq. 22).
 *
 * @param rest the titles of the list that are not in the group
 */
export function distinctiveTraits(
	table: TraitTable,
	group: readonly Anime[],
	rest: readonly Anime[],
): DistinctiveTrait[] {
	const own = countTraits(table, group);
	const others = countTraits(table, rest);
	const found = Array.from(own, ([trait, count]) => {
		const elsewhere = table.commonness(trait);
		const prior = PRIOR_TITLES * Math.max(LEAST_PRIOR, elsewhere);
		const of = (count: number, size: number) => ({
			count: count + prior,
			size: size + PRIOR_TITLES,
		});
		const mine = of(count, group.length);
		const evidence =
			(zScore(mine, of(others.get(trait) ?? 0, rest.length)) +
				zScore(mine, of(elsewhere * table.size, table.size))) /
			2;
		return { trait, count, share: count / group.length, elsewhere, evidence };
	});
	const telling = found
		.filter(({ count, share, elsewhere, evidence }) => {
			const isFrequent = count >= LEAST_TITLES && share >= LEAST_SHARE;
			return isFrequent && share >= LEAST_LIFT * elsewhere && evidence > 0;
		})
		.map(({ count: _count, ...found }) => found)
		.sort((a, b) => b.evidence - a.evidence || (a.trait.value < b.trait.value ? -1 : 1));
	return withoutEchoes(table, telling);
}

function countTraits(table: TraitTable, titles: readonly Anime[]): Map<Trait, number> {
	const counts = new Map<Trait, number>();
	for (const anime of titles) {
		for (const trait of table.of(anime)) counts.set(trait, (counts.get(trait) ?? 0) + 1);
	}
	return counts;
}

interface Counted {
	readonly count: number;
	readonly size: number;
}

function zScore(a: Counted, b: Counted): number {
	const logOdds = ({ count, size }: Counted) => Math.log(count / (size - count));
	return (logOdds(a) - logOdds(b)) / Math.sqrt(1 / a.count + 1 / b.count);
}

/** Leaves out traits that say what a more telling one says, or that it goes without saying. */
function withoutEchoes(
	{ implies }: TraitTable,
	traits: readonly DistinctiveTrait[],
): DistinctiveTrait[] {
	const kept: DistinctiveTrait[] = [];
	for (const next of traits) {
		const isEcho = kept.some(
			({ trait }) => implies(trait, next.trait) || implies(next.trait, trait),
		);
		if (!isEcho) kept.push(next);
	}
	return kept;
}
