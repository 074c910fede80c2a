import type { ListEntry } from '../src/core/profile/list-entry.ts';

/** A made-up list of n titles spread over the well-known end of a catalogue, with made-up scores. */
export function sampleProfile(malIds: ArrayLike<number>, n: number): ListEntry[] {
	const step = Math.max(1, Math.floor(Math.min(malIds.length, n * 6) / n));
	return Array.from({ length: n }, (_, position) => ({
		malId: malIds[position * step] ?? -1,
		score: 40 + ((position * 37) % 7) * 10,
		status: 'completed',
	}));
}
