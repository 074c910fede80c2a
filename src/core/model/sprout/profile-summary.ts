import {
	normalisationOf,
	normaliseScore,
	type ScoreNormalisation,
} from '../../profile/score-normalisation.ts';
import type { ModelInput } from '../recommender.ts';
import type { TitleContext } from './title-context.ts';

/** Entries that the offset of a list is drawn to 0 by. */
const OFFSET_ENTRIES = 3;

/** What a list holds of one franchise. */
export interface FranchiseShare {
	readonly entries: number;
	/** Entries with a score. */
	readonly scored: number;
	/** Sum of their scores, points of 100. */
	readonly scores: number;
	/** Sum of the usual normalised scores of the scored titles. */
	readonly biases: number;
	/** Entries dropped or on hold. */
	readonly shunned: number;
}

/** All that the heads read of a list, as sums that an entry can be taken out of. */
export interface ProfileSummary {
	readonly entries: number;
	readonly popularity: number;
	readonly years: number;
	readonly latestYear: number;
	/** Entries of each type. */
	readonly types: Float32Array;
	/** Log of how many times its usual share each type has on the list. */
	readonly typeAffinity: Float64Array;
	/** Scored entries, their sum, the sum of their squares, and the usual normalised scores of their titles. */
	readonly scored: number;
	readonly scores: number;
	readonly squares: number;
	readonly biases: number;
	readonly normalisation: ScoreNormalisation;
	/** A score s normalises to slope · s + intercept. */
	readonly slope: number;
	readonly intercept: number;
	/** How far above the titles' usual scores the owner's lie, normalised, drawn towards 0. */
	readonly offset: number;
	/** What the list holds of a franchise. */
	franchise(franchise: number): FranchiseShare;
	/** Score of a title of the list in points of 100; 0 without score, −1 where it is not on the list. */
	scoreOf(title: number): number;
}

/** Entries that the usual shares of the types count for. */
const USUAL_TYPE_ENTRIES = 5;
/** Keeps the logarithm of the share of a rare type finite. */
const TYPE_FLOOR = 0.01;

function affinityOf(
	{ typeShare }: TitleContext,
	types: Float32Array,
	entries: number,
): Float64Array {
	const affinity = new Float64Array(types.length);
	typeShare.forEach((usual, type) => {
		const own = ((types[type] ?? 0) + USUAL_TYPE_ENTRIES * usual) / (entries + USUAL_TYPE_ENTRIES);
		affinity[type] = Math.log((own + TYPE_FLOOR) / (usual + TYPE_FLOOR));
	});
	return affinity;
}

const NOTHING: FranchiseShare = { entries: 0, scored: 0, scores: 0, biases: 0, shunned: 0 };

type Sums = Pick<
	ProfileSummary,
	'entries' | 'popularity' | 'years' | 'scored' | 'scores' | 'squares' | 'biases'
>;

/** Sums up a list. */
export function summarise(titles: TitleContext, input: ModelInput): ProfileSummary {
	const franchises = new Map<number, FranchiseShare>();
	const scores = new Map<number, number>();
	const touched = new Uint8Array(titles.size);
	const listed = new Uint8Array(titles.size);
	const types = new Float32Array(titles.typeShare.length);
	let sums: Sums = {
		entries: 0,
		popularity: 0,
		years: 0,
		scored: 0,
		scores: 0,
		squares: 0,
		biases: 0,
	};
	let latestYear = -Infinity;
	input.items.forEach((title, k) => {
		const entry = entryOf(titles, input, k);
		sums = addEntry(sums, entry, 1);
		types[entry.type] = (types[entry.type] ?? 0) + 1;
		latestYear = Math.max(latestYear, entry.year);
		franchises.set(
			entry.franchise,
			addToFranchise(franchises.get(entry.franchise) ?? NOTHING, entry, 1),
		);
		scores.set(title, entry.score);
		touched[entry.franchise] = 1;
		listed[title] = 1;
	});
	return {
		...derived(sums),
		latestYear,
		types,
		typeAffinity: affinityOf(titles, types, sums.entries),
		// The marks are asked first: thousands of titles come for each list, and a list touches few.
		franchise: (franchise) =>
			touched[franchise] === 1 ? (franchises.get(franchise) ?? NOTHING) : NOTHING,
		scoreOf: (title) => (listed[title] === 1 ? (scores.get(title) ?? -1) : -1),
	};
}

/**
 * The summary of the list without its k-th entry: equal to summing up the rest, in constant time (but for the
 * latest year, where that is the entry's own).
 */
export function summariseWithout(
	titles: TitleContext,
	input: ModelInput,
	whole: ProfileSummary,
	k: number,
): ProfileSummary {
	const entry = entryOf(titles, input, k);
	const title = input.items[k] ?? -1;
	const types = whole.types.slice();
	types[entry.type] = (types[entry.type] ?? 0) - 1;
	const share = addToFranchise(whole.franchise(entry.franchise), entry, -1);
	return {
		...derived(addEntry(whole, entry, -1)),
		latestYear:
			entry.year < whole.latestYear ? whole.latestYear : latestYearWithout(titles, input, k),
		types,
		typeAffinity: affinityOf(titles, types, whole.entries - 1),
		franchise: (franchise) => (franchise === entry.franchise ? share : whole.franchise(franchise)),
		scoreOf: (other) => (other === title ? -1 : whole.scoreOf(other)),
	};
}

interface SummarisedEntry {
	readonly popularity: number;
	readonly year: number;
	readonly type: number;
	readonly franchise: number;
	readonly score: number;
	readonly bias: number;
	readonly shunned: number;
}

function entryOf({ facts, popularity }: TitleContext, input: ModelInput, k: number) {
	const title = input.items[k] ?? -1;
	return {
		popularity: popularity[title] ?? 0,
		year: facts.year[title] ?? 0,
		type: facts.type[title] ?? 0,
		franchise: facts.franchise[title] ?? -1,
		score: input.scores[k] ?? 0,
		bias: facts.bias[title] ?? 0,
		shunned: input.shunned[k] ?? 0,
	} satisfies SummarisedEntry;
}

function addEntry(sums: Sums, entry: SummarisedEntry, sign: 1 | -1): Sums {
	const scored = entry.score > 0 ? sign : 0;
	return {
		entries: sums.entries + sign,
		popularity: sums.popularity + sign * entry.popularity,
		years: sums.years + sign * entry.year,
		scored: sums.scored + scored,
		scores: sums.scores + scored * entry.score,
		squares: sums.squares + scored * entry.score * entry.score,
		biases: sums.biases + scored * entry.bias,
	};
}

function addToFranchise(
	share: FranchiseShare,
	entry: SummarisedEntry,
	sign: 1 | -1,
): FranchiseShare {
	const scored = entry.score > 0 ? sign : 0;
	return {
		entries: share.entries + sign,
		scored: share.scored + scored,
		scores: share.scores + scored * entry.score,
		biases: share.biases + scored * entry.bias,
		shunned: share.shunned + sign * entry.shunned,
	};
}

function derived(sums: Sums) {
	const { entries, popularity, years, scored, scores, squares, biases } = sums;
	const normalisation = normalisationOf(scored, scores, squares);
	const intercept = normaliseScore(0, normalisation);
	const slope = normaliseScore(1, normalisation) - intercept;
	const offset = (slope * scores + intercept * scored - biases) / (scored + OFFSET_ENTRIES);
	return {
		entries,
		popularity,
		years,
		scored,
		scores,
		squares,
		biases,
		normalisation,
		slope,
		intercept,
		offset,
	};
}

function latestYearWithout({ facts }: TitleContext, { items }: ModelInput, without: number) {
	let latest = -Infinity;
	items.forEach((title, k) => {
		if (k !== without) latest = Math.max(latest, facts.year[title] ?? -Infinity);
	});
	return latest;
}
