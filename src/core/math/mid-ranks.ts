/** Bits of a position within a key; more values than that are none of a catalogue. */
const POSITION_BITS = 20;
const MOST_VALUES = 2 ** POSITION_BITS;

/**
 * Where each value stands among all: the part of them that lies below it, of equal ones (itself among them) half.
 * Above 0 and below 1; their mean is ½.
 *
 * @returns as many as there are values
 * @throws RangeError when there are more than a million
 */
export function midRanks(values: Float32Array): Float64Array {
	const count = values.length;
	if (count > MOST_VALUES) throw new RangeError(`${count} values are too many to place.`);
	const order = ascendingPositions(values);
	const ranks = new Float64Array(count);
	for (let from = 0, to = 0; from < count; from = to) {
		const value = values[order[from] ?? 0];
		while (to < count && values[order[to] ?? 0] === value) to++;
		for (let at = from; at < to; at++) ranks[order[at] ?? 0] = (from + to) / 2 / count;
	}
	return ranks;
}

/**
 * Positions of values, from the lowest value up. Numbers are sorted ten times as fast as positions by a comparison, so
 * value and position are made one number: the bits of a float, turned so that they rise with it, before those of the
 * position.
 */
function ascendingPositions(values: Float32Array): Uint32Array {
	// Adding 0 makes one zero of both.
	const bits = new Uint32Array(values.map((value) => value + 0).buffer);
	const keys = new Float64Array(bits.length);
	for (let position = 0; position < bits.length; position++) {
		const of = bits[position] ?? 0;
		const rising = of >= 0x8000_0000 ? 0xffff_ffff - of : of + 0x8000_0000;
		keys[position] = rising * MOST_VALUES + position;
	}
	keys.sort();
	const positions = new Uint32Array(keys.length);
	for (let at = 0; at < keys.length; at++) positions[at] = (keys[at] ?? 0) % MOST_VALUES;
	return positions;
}
