import { expect, it } from 'vitest';
import { visibleOverlay } from './visible-overlay.ts';

it('leaves out the marks of titles that are not on the map', () => {
	const overlay = {
		seen: [
			{ point: 1, score: 9 },
			{ point: 2, score: null },
		],
		planned: [3, 4],
		recommended: [
			{ point: 5, rank: 1 },
			{ point: 6, rank: 2 },
		],
	};
	expect(visibleOverlay(overlay, (point) => point % 2 === 0)).toEqual({
		seen: [{ point: 2, score: null }],
		planned: [4],
		recommended: [{ point: 6, rank: 2 }],
	});
});
