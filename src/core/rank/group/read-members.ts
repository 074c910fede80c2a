import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { RankingModel } from '../../model/recommender.ts';
import type { ListEntry } from '../../profile/list-entry.ts';
import { withoutDislikes } from '../dislikes.ts';
import type { ItemMap } from '../item-map.ts';
import { isRough, scoreScale, type ScoreScale } from '../match.ts';
import { liftNiche } from '../niche.ts';
import type { RankingOptions } from '../ranking-options.ts';
import { weighRatings } from '../rating-weight.ts';
import type { GroupMember } from './group.ts';
import { memberPoints, valuesOf } from './member-points.ts';

/** What lists are ranked with. */
export interface GroupParts {
	readonly catalogue: Catalogue;
	readonly model: RankingModel;
	readonly map: ItemMap;
}

/** A member as far as the list tells. */
export interface ReadMember extends GroupMember {
	/** By catalogue index; titles that the catalogue lacks are left out. */
	readonly entries: ReadonlyMap<number, ListEntry>;
	/** The same without plans. */
	readonly seen: ReadonlyMap<number, ListEntry>;
	/** Null where nothing on the list is evidence. */
	readonly opinion: Opinion | null;
}

/** What the model expects of a member; all arrays by item. */
export interface Opinion {
	readonly points: Float32Array;
	readonly scores: Float32Array;
	readonly ratings: Float32Array;
	/** Of everything that the member has not seen. */
	readonly scale: ScoreScale;
}

/** Reads one list and scores the catalogue for it. */
export function readMember(
	parts: GroupParts,
	list: readonly ListEntry[],
	options: Pick<RankingOptions, 'ignoreDislikes' | 'ratingWeight' | 'niche'>,
): ReadMember {
	const { catalogue, model, map } = parts;
	const entries = new Map(
		list.flatMap((entry) => {
			const index = catalogue.indexOf(entry.malId);
			return index === undefined ? [] : [[index, entry] as const];
		}),
	);
	const seen = new Map([...entries].filter(([, { status }]) => status !== 'plan-to-watch'));
	const input = model.readInput(options.ignoreDislikes ? withoutDislikes(list) : list);
	const usedEntries = input.items.length;
	const read = { entries, seen, usedEntries, rough: isRough(usedEntries) };
	if (usedEntries === 0) return { ...read, opinion: null };
	const scores = new Float32Array(model.items.length);
	const ratings = new Float32Array(model.items.length);
	model.infer(input, scores, ratings);
	const order = liftNiche(weighRatings(scores, ratings, options.ratingWeight), map, options.niche);
	const unseen = unseenItems(map, seen);
	const points = memberPoints(order, unseen, map, seen);
	const open = valuesOf(scores, unseen);
	return { ...read, opinion: { points, scores, ratings, scale: scoreScale(open, open) } };
}

function unseenItems({ itemOfIndex, indexOfItem }: ItemMap, seen: ReadonlyMap<number, unknown>) {
	const isSeen = new Uint8Array(indexOfItem.length);
	for (const index of seen.keys()) isSeen[itemOfIndex[index] ?? -1] = 1;
	const unseen = new Int32Array(indexOfItem.length);
	let count = 0;
	for (let item = 0; item < isSeen.length; item++) if (isSeen[item] === 0) unseen[count++] = item;
	return unseen.subarray(0, count);
}
