import { TITLE_TYPES, titleContext, type TitleContext } from '#core/model/sprout/title-context.ts';
import type { SparseRows, TitleFacts } from '#core/model/sprout/parts.ts';
import type { SideInformation } from '#learn/ease/side-information.ts';
import { SPROUT_EASE } from '#learn/ease/ease-settings.ts';
import type { Interactions } from '#learn/interactions.ts';
import type { Eligible } from '#learn/network/autoencoder-task.ts';
import { titleStatistics } from '#learn/titles/title-statistics.ts';
import type { BuiltCatalogue } from '../catalogue/build-catalogue.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { pickUsers, trainingUsers, type ListLengthRule } from '../dataset/training-interactions.ts';
import { readSideInformation } from './read-side-information.ts';
import { rowsOfGroups, rowsOfLinks } from './title-rows.ts';

/** Usual score of a title in the catalogue, points of 10. */
const USUAL_SCORE = 7;
/** Members of a title in the middle, as a logarithm. */
const USUAL_LOG_MEMBERS = 11;

/** Everything that the network learns from. */
export interface TrainingData {
	/** Lists of `train` users over the m learned titles. */
	readonly lists: Interactions;
	readonly eligible: Eligible;
	/** MyAnimeList ids of all n titles, the learned ones first. */
	readonly items: Int32Array;
	readonly learnedCount: number;
	readonly titles: TitleContext;
	/** What would be known of the titles if none of them was on a list. */
	readonly coldTitles: TitleContext;
	readonly links: SparseRows;
	readonly facts: SparseRows;
	readonly factCount: number;
	/** What the catalogue knows of the learned titles. */
	readonly side: SideInformation;
}

/**
 * Lists that the network learns from: shorter and longer ones than the baselines use. Weighted by their length,
 * both gained a little on `validation`, rare titles most.
 */
export const MODEL_LIST_LENGTHS: ListLengthRule = { minEntries: 5, maxEntries: Infinity };

/** Which lists and titles are learned from. */
export interface TrainingDataOptions {
	readonly rule: ListLengthRule;
	/** Learned titles to be treated as though they were on no list; for measuring cold titles. */
	readonly hidden?: ReadonlySet<number>;
	readonly signal?: AbortSignal;
}

/**
 * Joins lists and catalogue. The learned titles are those of the corpus, less hidden ones; the others follow
 * in catalogue order.
 *
 * @throws DataFileError when a file is missing or damaged
 */
export async function prepareTrainingData(
	folder: string,
	dataset: Dataset,
	catalogue: BuiltCatalogue,
	{ rule, hidden = new Set(), signal }: TrainingDataOptions,
): Promise<TrainingData> {
	const { corpus } = dataset;
	const kept = Array.from(corpus.items.keys()).filter(
		(item) => !hidden.has(corpus.items[item] ?? 0),
	);
	const learned = kept.map((item) => corpus.items[item] ?? 0);
	const known = new Set(learned);
	const others = catalogue.parts.anime.map(({ malId }) => malId).filter((id) => !known.has(id));
	const items = Int32Array.from([...learned, ...others]);
	const position = new Map(Array.from(items, (malId, title) => [malId, title]));
	const options = signal ? { signal } : {};
	const users = trainingUsers(dataset, rule);
	const lists = withoutTitles(pickUsers(dataset.lists.train.watched, users), kept);
	const everySide = await readSideInformation(folder, position, options);
	const context = contexts(catalogue, items, learned.length, position, lists);
	return {
		lists,
		eligible: eligibleTitles(dataset, users, kept),
		items,
		learnedCount: learned.length,
		...context,
		links: rowsOfLinks(everySide, items.length, learned.length, SPROUT_EASE.side),
		facts: rowsOfGroups(everySide.groups, items.length),
		factCount: everySide.groups.length,
		side: await readSideInformation(
			folder,
			new Map(learned.map((malId, title) => [malId, title])),
			options,
		),
	};
}

/** The lists over the kept titles alone, renumbered. */
function withoutTitles(lists: Interactions, kept: readonly number[]): Interactions {
	if (kept.length === lists.itemCount) return lists;
	const place = new Map(kept.map((item, title) => [item, title]));
	const offsets = new Uint32Array(lists.userCount + 1);
	const places: number[] = [];
	for (let user = 0; user < lists.userCount; user++) {
		for (let at = lists.offsets[user] ?? 0; at < (lists.offsets[user + 1] ?? 0); at++) {
			if (place.has(lists.items[at] ?? -1)) places.push(at);
		}
		offsets[user + 1] = places.length;
	}
	return {
		userCount: lists.userCount,
		itemCount: kept.length,
		offsets,
		items: Uint16Array.from(places, (at) => place.get(lists.items[at] ?? -1) ?? 0),
		scores: Uint8Array.from(places, (at) => lists.scores[at] ?? 0),
		statuses: Uint8Array.from(places, (at) => lists.statuses[at] ?? 0),
	};
}

function eligibleTitles(
	{ corpus, collected, lists }: Dataset,
	users: readonly number[],
	kept: readonly number[],
): Eligible {
	const days = [...new Set(collected.values())].sort();
	const dayOf = (user: number) => collected.get(lists.train.sources[user] ?? '') ?? '';
	return {
		groupOfUser: Uint8Array.from(users, (user) => Math.max(0, days.indexOf(dayOf(user)))),
		masks: days.map((day) =>
			Uint8Array.from(kept, (item) => ((corpus.startDate[item] ?? '') > day ? 0 : 1)),
		),
	};
}

function contexts(
	{ parts }: BuiltCatalogue,
	items: Int32Array,
	learnedCount: number,
	position: ReadonlyMap<number, number>,
	lists: Interactions,
): Pick<TrainingData, 'titles' | 'coldTitles'> {
	const { anime } = parts;
	const indexOf = new Map(anime.map(({ malId }, index) => [malId, index]));
	const ofTitles = Array.from(items, (malId) => anime[indexOf.get(malId) ?? -1]);
	const titleAt = (index: number) => position.get(anime[index]?.malId ?? -1) ?? -1;
	const years = ofTitles.map((facts) => facts?.year ?? null).filter((year) => year !== null);
	const meanYear = years.reduce((sum, year) => sum + year, 0) / Math.max(1, years.length);
	const franchise = Int32Array.from(items.keys());
	for (const members of parts.franchises) {
		const first = titleAt(members[0] ?? -1);
		for (const index of members) franchise[titleAt(index)] = first;
	}
	const score = Float32Array.from(ofTitles, (facts) =>
		facts === undefined || facts.score === null ? 0 : facts.score - USUAL_SCORE,
	);
	const statistics = titleStatistics(lists, score, franchise);
	const common: TitleFacts = {
		frequency: statistics.frequency,
		franchise,
		previous: previousTitles(parts, titleAt, items.length, learnedCount),
		year: Float32Array.from(ofTitles, (facts) => facts?.year ?? meanYear),
		type: Uint8Array.from(ofTitles, (facts) => TITLE_TYPES.indexOf(facts?.type ?? 'Unknown')),
		members: Float32Array.from(
			ofTitles,
			(facts) => Math.log1p(facts?.members ?? 0) - USUAL_LOG_MEMBERS,
		),
		score,
		bias: statistics.bias,
		alone: statistics.alone,
	};
	const titles = titleContext(common, learnedCount);
	const rarest = titles.popularity.subarray(0, learnedCount).reduce((a, b) => Math.min(a, b));
	const coldTitles = {
		...titles,
		popularity: titles.popularity.map(() => rarest),
		facts: { ...common, bias: statistics.coldBias, alone: statistics.coldAlone },
	};
	return { titles, coldTitles };
}

/** The title that each continues: its prequel, or else the learned one before it in watch order. */
function previousTitles(
	{ franchises, pairs }: BuiltCatalogue['parts'],
	titleAt: (index: number) => number,
	count: number,
	learnedCount: number,
): Int32Array {
	const previous = new Int32Array(count).fill(-1);
	for (const members of franchises) {
		let before = -1;
		for (const title of members.map(titleAt)) {
			previous[title] = before;
			if (title < learnedCount) before = title;
		}
	}
	for (const { from, to, kind } of pairs) {
		if (kind === 'prequel') previous[titleAt(from)] = titleAt(to);
		if (kind === 'sequel') previous[titleAt(to)] = titleAt(from);
	}
	return previous;
}
