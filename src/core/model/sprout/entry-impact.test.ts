import { expect, test } from 'vitest';
import { entryImpact } from './entry-impact.ts';

test('shares the list out among its entries, whichever way they move it', () => {
	// Two titles, three entries.
	const contributions = Float32Array.of(1, -2, 0, 3, 2, 0);
	expect([...entryImpact({ contributions }, 3)]).toEqual([4 / 8, 4 / 8, 0]);
	expect([...entryImpact({ contributions: new Float32Array(6) }, 3)]).toEqual([0, 0, 0]);
	expect([...entryImpact({ contributions: new Float32Array() }, 0)]).toEqual([]);
});
