import type { SproutParts } from '#core/model/sprout/parts.ts';
import { addScaledRow, eachInRow } from '#core/model/sprout/sparse-rows.ts';
import type { Vectors } from './nearest.ts';

/**
 * Where the model puts titles: rows of unit length by what the network's presence output says of each, its own weights and
 * those of its facts. A title that was on too few lists has the latter alone: it stands where its facts put it.
 *
 * @param malIds which titles, in which order
 * @throws RangeError when the model lacks one
 */
export function itemSpace(
	parts: Pick<SproutParts, 'items' | 'learnedCount' | 'facts' | 'autoencoder'>,
	malIds: Int32Array,
): Vectors {
	const { items, learnedCount, facts, autoencoder } = parts;
	const { width } = autoencoder;
	const places = new Map(Array.from(items, (malId, item) => [malId, item]));
	const values = new Float32Array(malIds.length * width);
	malIds.forEach((malId, title) => {
		const item = places.get(malId);
		if (item === undefined) throw new RangeError(`The model lacks title ${malId}.`);
		const row = values.subarray(title * width, (title + 1) * width);
		if (item < learnedCount) addScaledRow(autoencoder.presenceOutput, item, 1, row);
		eachInRow(facts, item, (fact, value) => addScaledRow(autoencoder.factOutput, fact, value, row));
		const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0)) || 1;
		for (let at = 0; at < width; at++) row[at] = (row[at] ?? 0) / length;
	});
	return { width, values };
}
