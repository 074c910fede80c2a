import { createHash } from 'node:crypto';
import type { TrainingStep } from './training-step.ts';

const KEY_LENGTH = 16;

/**
 * Keys of all steps, by name: the name and a hash of everything that the result depends on: function, version,
 * settings, the data's checksums and the keys of the steps it needs. A changed setting or other data so
 * never finds an old result.
 *
 * @param checksums of the files that the job reads
 * @throws Error when a name is no name or there twice, or a step needs one that does not come before it
 */
export function stepKeys(
	steps: readonly TrainingStep[],
	checksums: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
	const keys = new Map<string, string>();
	for (const { name, run, version, input, needs } of steps) {
		if (!/^[a-z0-9-]+$/.test(name)) throw new Error(`"${name}" is no name of a step.`);
		if (keys.has(name)) throw new Error(`There are two steps "${name}".`);
		const needed = needs.map((other) => {
			const key = keys.get(other);
			if (key === undefined) throw new Error(`Step "${other}" does not come before "${name}".`);
			return key;
		});
		const text = JSON.stringify(sortKeys({ run, version, input, needed, checksums }));
		const hash = createHash('sha256').update(text).digest('hex');
		keys.set(name, `${name}.${hash.slice(0, KEY_LENGTH)}`);
	}
	return keys;
}

/** The same value with the keys of every object in order: how settings are written down does not matter. */
function sortKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sortKeys);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(entries.map(([key, part]) => [key, sortKeys(part)]));
}
