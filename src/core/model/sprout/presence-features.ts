import type { HeadKernels } from './head-kernels.ts';
import type { ProfileSummary } from './profile-summary.ts';
import { TITLE_TYPES, type TitleContext } from './title-context.ts';

/** Features that depend on title and list together. */
export const PRESENCE_JOINT = 15;
/** The first of them; the others are 0 for titles that the list is not related to. */
export const PRESENCE_ALWAYS = 8;
/** Features of the title alone. */
export const PRESENCE_TITLE = 10;
/** Features of the list alone. */
export const PRESENCE_PROFILE = 4;
/** All features of the presence head, in this order: joint, title, profile. */
export const PRESENCE_FEATURES = PRESENCE_JOINT + PRESENCE_TITLE + PRESENCE_PROFILE;

/** Added to the wide score before its logarithm: differences between hopeless titles don't count. */
const WIDE_FLOOR = 0.02;
const YEARS = 10;
/** Centre and unit of scores in features: points of 100. */
const SCORE_CENTRE = 75;
const SCORE_UNIT = 10;

const TV = TITLE_TYPES.indexOf('TV');
const MOVIE = TITLE_TYPES.indexOf('Movie');
const SPECIAL = TITLE_TYPES.indexOf('Special');

/**
 * Writes the {@link PRESENCE_JOINT} joint features of one title to `out` from `at` on: what the wide and the
 * deep part say, and where the title stands to the rest of the list: its franchise, its time, its type, its
 * popularity.
 *
 * @param wide score of the item-item model; of a title that was not learned, what its links say
 * @param deep logit of the autoencoder less the mean logit of all titles
 * @returns whether the list is related to the title; if not, all from {@link PRESENCE_ALWAYS} on are 0
 */
export function presenceJoint(
	titles: TitleContext,
	profile: ProfileSummary,
	title: number,
	wide: number,
	deep: number,
	out: Float32Array,
	at: number,
): boolean {
	const { facts } = titles;
	const share = profile.franchise(facts.franchise[title] ?? -1);
	const positive = Math.max(0, wide);
	const year = facts.year[title] ?? 0;
	const distance = (year - profile.years / Math.max(1, profile.entries)) / YEARS;
	const mean = profile.normalisation.mean;
	const before = profile.scoreOf(facts.previous[title] ?? -1);
	out[at] = Math.log(positive + WIDE_FLOOR);
	out[at + 1] = Math.sqrt(positive);
	out[at + 2] = deep;
	out[at + 3] = fameOf(titles, profile, title);
	out[at + 4] = distance;
	out[at + 5] = Math.abs(distance);
	out[at + 6] = profile.entries > 0 ? (year - profile.latestYear) / YEARS : 0;
	out[at + 7] = profile.typeAffinity[facts.type[title] ?? 0] ?? 0;
	// From here on all are 0 where the list touches neither the franchise nor what the title continues.
	if (share.entries === 0 && before < 0) {
		out.fill(0, at + PRESENCE_ALWAYS, at + PRESENCE_JOINT);
		return false;
	}
	const touched = share.entries > 0 ? 1 : 0;
	out[at + 8] = Math.log1p(share.entries);
	out[at + 9] = touched;
	out[at + 10] = touched * (facts.alone[title] ?? 0);
	out[at + 11] = (share.scores - mean * share.scored) / Math.max(1, share.entries) / SCORE_UNIT;
	out[at + 12] = Math.log1p(share.shunned);
	out[at + 13] = before >= 0 ? 1 : 0;
	out[at + 14] = before > 0 ? (before - mean) / SCORE_UNIT : 0;
	return true;
}

/** Popularity of a title times the mean one of the list. */
function fameOf({ popularity }: TitleContext, profile: ProfileSummary, title: number): number {
	return ((popularity[title] ?? 0) * profile.popularity) / Math.max(1, profile.entries);
}

/**
 * Writes what {@link presenceJoint} writes of a title that the list is not related to, for the first `count` titles at once,
 * to the columns of the head.
 *
 * @param wide by title, length n
 * @param deep by title, length n
 */
export function presenceColumns(
	titles: TitleContext,
	profile: ProfileSummary,
	wide: Float32Array,
	deep: Float32Array,
	head: HeadKernels,
	count: number,
): void {
	const { year, type } = titles.facts;
	const entries = Math.max(1, profile.entries);
	const meanYear = profile.years / entries;
	const fame = profile.popularity / entries;
	const affinity = profile.typeAffinity;
	const [logs, roots, deeps, fames] = [0, 1, 2, 3].map((f) => head.column(f));
	const [distances, absolutes, sinceLast, affinities] = [4, 5, 6, 7].map((f) => head.column(f));
	if (!logs || !roots || !deeps || !fames) return;
	if (!distances || !absolutes || !sinceLast || !affinities) return;
	logs.set(wide);
	head.logColumn(0, WIDE_FLOOR);
	deeps.set(deep);
	for (let title = 0; title < count; title++) {
		const own = year[title] ?? 0;
		const distance = (own - meanYear) / YEARS;
		roots[title] = Math.sqrt(Math.max(0, wide[title] ?? 0));
		fames[title] = (titles.popularity[title] ?? 0) * fame;
		distances[title] = distance;
		absolutes[title] = Math.abs(distance);
		sinceLast[title] = profile.entries > 0 ? (own - profile.latestYear) / YEARS : 0;
		affinities[title] = affinity[type[title] ?? 0] ?? 0;
	}
}

/** Writes the {@link PRESENCE_TITLE} features of a title alone. `cold` titles are known by facts and links only. */
export function presenceTitle(
	{ facts, popularity, franchiseSize }: TitleContext,
	title: number,
	cold: boolean,
	out: Float32Array,
	at: number,
): void {
	const type = facts.type[title] ?? 0;
	out[at] = popularity[title] ?? 0;
	out[at + 1] = facts.alone[title] ?? 0;
	out[at + 2] = franchiseSize[title] ?? 0;
	out[at + 3] = facts.members[title] ?? 0;
	out[at + 4] = facts.score[title] ?? 0;
	out[at + 5] = (facts.previous[title] ?? -1) >= 0 ? 1 : 0;
	out[at + 6] = type === TV ? 1 : 0;
	out[at + 7] = type === MOVIE ? 1 : 0;
	out[at + 8] = type === SPECIAL ? 1 : 0;
	out[at + 9] = cold ? 1 : 0;
}

/** Writes the {@link PRESENCE_PROFILE} features of a list alone. */
export function presenceProfile(profile: ProfileSummary, out: Float32Array, at: number): void {
	const entries = Math.max(1, profile.entries);
	out[at] = profile.popularity / entries;
	out[at + 1] = Math.log(entries);
	out[at + 2] = (profile.normalisation.mean - SCORE_CENTRE) / SCORE_UNIT;
	out[at + 3] = profile.scored / entries;
}
