import type { Rng } from '#core/math/rng.ts';
import type { Interactions } from '../interactions.ts';
import type { Eligible } from '../network/autoencoder-task.ts';
import type { HeadSettings } from './head-settings.ts';
import type { MaskedList } from './hide-entries.ts';
import type { ListSignals } from './list-features.ts';
import type { RankingTarget } from './presence-trainer.ts';

/** What decides who can know what, and how many are ranked. */
export interface RankingTask {
	readonly lists: Interactions;
	readonly eligible: Eligible;
	readonly settings: HeadSettings;
}

/**
 * Titles that the head ranks for one list, ascending: what its owner can know and does not show, the best by
 * the wide part and a part of the others. Whether a title is hidden plays no part, or else a bad wide score
 * would betray the hidden ones.
 */
export function drawCandidates(
	{ eligible, settings, lists }: RankingTask,
	list: number,
	{ visible }: MaskedList,
	{ network, presence }: ListSignals,
	rng: Rng,
): Uint16Array {
	const mask = (eligible.masks[eligible.groupOfUser[list] ?? 0] ?? new Uint8Array()).slice();
	for (const title of visible.items) mask[title] = 0;
	// Loops and not callbacks: every list comes here in every epoch.
	const wide = new Float64Array(lists.itemCount);
	for (let title = 0; title < wide.length; title++) {
		wide[title] = mask[title] === 1 ? network.presence.scoreOf(presence, title) : -Infinity;
	}
	const least = wide.slice().sort()[lists.itemCount - settings.best] ?? -Infinity;
	const shown = mask.map((candidate, title) => {
		const drawn = (wide[title] ?? 0) >= least || rng.next() < settings.restShare;
		return candidate === 1 && drawn ? 1 : 0;
	});
	return placesOf(shown);
}

/** Positions of the ones, ascending. */
function placesOf(marks: Uint8Array): Uint16Array {
	const places = new Uint16Array(marks.length);
	let count = 0;
	for (let at = 0; at < marks.length; at++) if (marks[at] === 1) places[count++] = at;
	return places.slice(0, count);
}

/**
 * One ranking among all candidates, one among those of franchises that the visible part does not touch, and one
 * among the rare ones.
 */
export function rankingsOf(
	settings: HeadSettings,
	shown: Uint16Array,
	{ hidden }: MaskedList,
	{ network, profile }: ListSignals,
): RankingTarget[] {
	const { franchise, frequency } = network.titles.facts;
	const wanted = new Uint8Array(network.titles.size);
	for (const title of hidden) wanted[title] = 1;
	const isNew = (title: number) => profile.franchise(franchise[title] ?? -1).entries === 0;
	const fresh = Uint8Array.from(shown, (title) => (isNew(title) ? 1 : 0));
	const rank = (candidates: Uint8Array, factor: number): RankingTarget => {
		const isTarget = candidates.map((candidate, row) => candidate & (wanted[shown[row] ?? 0] ?? 0));
		const targets = placesOf(isTarget);
		return { candidates, targets, weight: factor * targets.length ** settings.targetExponent };
	};
	const rare = Uint8Array.from(shown, (title) =>
		(frequency[title] ?? 0) <= settings.rareLists ? 1 : 0,
	);
	return [
		rank(new Uint8Array(shown.length).fill(1), 1),
		rank(fresh, settings.newFranchiseWeight),
		rank(rare, settings.rareWeight),
	];
}
