import type { Interactions } from '#learn/interactions.ts';
import { pickUsers } from '../../dataset/training-interactions.ts';
import type { MapData } from '../map-data.ts';
import { createRng } from '#core/math/rng.ts';

/** The data of some titles alone, renumbered in the order given. */
export function pickTitles(data: MapData, titles: readonly number[]): MapData {
	const place = new Map(titles.map((title, at) => [title, at]));
	const lists = (all: Interactions) => withTitles(all, place);
	return {
		malIds: Int32Array.from(titles, (title) => data.malIds[title] ?? 0),
		anime: titles.flatMap((title) => data.anime[title] ?? []),
		lists: {
			train: lists(data.lists.train),
			validation: lists(data.lists.validation),
			test: lists(data.lists.test),
		},
		links: data.links.flatMap((link) => {
			const [a, b] = [place.get(link.a), place.get(link.b)];
			return a === undefined || b === undefined ? [] : [{ ...link, a, b }];
		}),
	};
}

function withTitles(lists: Interactions, place: ReadonlyMap<number, number>): Interactions {
	const offsets = new Uint32Array(lists.userCount + 1);
	const kept: number[] = [];
	for (let user = 0; user < lists.userCount; user++) {
		for (let at = lists.offsets[user] ?? 0; at < (lists.offsets[user + 1] ?? 0); at++) {
			if (place.has(lists.items[at] ?? -1)) kept.push(at);
		}
		offsets[user + 1] = kept.length;
	}
	return {
		userCount: lists.userCount,
		itemCount: place.size,
		offsets,
		items: Uint16Array.from(kept, (at) => place.get(lists.items[at] ?? -1) ?? 0),
		scores: Uint8Array.from(kept, (at) => lists.scores[at] ?? 0),
		statuses: Uint8Array.from(kept, (at) => lists.statuses[at] ?? 0),
	};
}

/** The data without every tenth list that is learned from, drawn by chance. */
export function withoutTenth(data: MapData, seed: number): MapData {
	const rng = createRng(seed);
	const { train } = data.lists;
	const kept = Array.from({ length: train.userCount }, (_, user) => user).filter(
		() => rng.below(10) > 0,
	);
	return { ...data, lists: { ...data.lists, train: pickUsers(train, kept) } };
}

/** From which score on, in points of 100, a title counts as liked by somebody who is measured. */
const LEAST_LIKED = 70;
/** Longer lists say that somebody collects, not what they like. */
const MOST_LIKED = 1500;

/** Titles that each user likes, lists with one or none left out. */
export function likedTitles(lists: Interactions): number[][] {
	const liked: number[][] = [];
	for (let user = 0; user < lists.userCount; user++) {
		const own: number[] = [];
		for (let at = lists.offsets[user] ?? 0; at < (lists.offsets[user + 1] ?? 0); at++) {
			if ((lists.scores[at] ?? 0) >= LEAST_LIKED) own.push(lists.items[at] ?? 0);
		}
		if (own.length > 1 && own.length <= MOST_LIKED) liked.push(own);
	}
	return liked;
}
