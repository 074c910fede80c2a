import type { Rng } from '#core/math/rng.ts';
import type { ModelInput } from '#core/model/recommender.ts';
import { statusOf, type Interactions } from '../interactions.ts';
import type { HeadSettings } from './head-settings.ts';

/** A list of which a part is hidden. */
export interface MaskedList {
	readonly visible: ModelInput;
	/** Positions of the hidden titles, ascending, and their scores in points of 100, 0 without one. */
	readonly hidden: Uint16Array;
	readonly hiddenScores: Uint8Array;
}

/** Hides a part of one list; at least one entry stays and at least one is hidden. */
export function hideEntries(
	lists: Interactions,
	user: number,
	{ usualShare, usualHidden, mostHidden }: HeadSettings,
	rng: Rng,
): MaskedList {
	const from = lists.offsets[user] ?? 0;
	const count = (lists.offsets[user + 1] ?? 0) - from;
	const share =
		rng.next() < usualShare ? usualHidden : usualHidden + (mostHidden - usualHidden) * rng.next();
	const isHidden = Uint8Array.from({ length: count }, () => (rng.next() < share ? 1 : 0));
	if (count > 1 && isHidden.every((hidden) => hidden === 1)) isHidden[rng.below(count)] = 0;
	if (count > 1 && isHidden.every((hidden) => hidden === 0)) isHidden[rng.below(count)] = 1;
	const places = Array.from(isHidden.keys(), (k) => from + k);
	const visible = places.filter((at) => isHidden[at - from] === 0);
	const hidden = places.filter((at) => isHidden[at - from] === 1);
	return {
		visible: {
			items: Int32Array.from(visible, (at) => lists.items[at] ?? 0),
			weights: new Float32Array(visible.length).fill(1),
			scores: Uint8Array.from(visible, (at) => lists.scores[at] ?? 0),
			shunned: Uint8Array.from(visible, (at) => (isShunned(lists.statuses[at] ?? 0) ? 1 : 0)),
		},
		hidden: Uint16Array.from(hidden, (at) => lists.items[at] ?? 0),
		hiddenScores: Uint8Array.from(hidden, (at) => lists.scores[at] ?? 0),
	};
}

function isShunned(code: number): boolean {
	const status = statusOf(code);
	return status === 'dropped' || status === 'on-hold';
}
