import { summarise } from '#core/model/sprout/profile-summary.ts';
import { surprise } from '#core/model/sprout/network.ts';
import type { TitleContext } from '#core/model/sprout/title-context.ts';
import type { Interactions } from '../interactions.ts';

/** The surprise of every entry of the lists: how far its score lies above the usual; 0 without a score. */
export function surprises(titles: TitleContext, lists: Interactions): Float32Array {
	const values = new Float32Array(lists.items.length);
	for (let user = 0; user < lists.userCount; user++) {
		const [from, to] = [lists.offsets[user] ?? 0, lists.offsets[user + 1] ?? 0];
		const items = Int32Array.from(lists.items.subarray(from, to));
		const scores = lists.scores.slice(from, to);
		const profile = summarise(titles, {
			items,
			scores,
			weights: new Float32Array(items.length),
			shunned: new Uint8Array(items.length),
		});
		items.forEach((title, k) => {
			const score = scores[k] ?? 0;
			if (score > 0) values[from + k] = surprise(titles, profile, title, score);
		});
	}
	return values;
}
