import { describe, expect, it } from 'vitest';
import { openAtlasOf } from '#tests/support/open-atlas.ts';
import { Lasso } from './lasso.svelte.ts';

const ATLAS = openAtlasOf([10, 20, 30, 40]);

function lasso(answer: readonly number[] | null) {
	const asked: number[][] = [];
	const asker = {
		recommend: (entries: readonly { malId: number }[]) => {
			asked.push(entries.map(({ malId }) => malId));
			return Promise.resolve(answer);
		},
		predict: () => Promise.resolve(null),
	};
	return { lasso: new Lasso(ATLAS, asker, (malId) => malId === 40), asked };
}

describe('a lasso', () => {
	it('recommends from what is inside, without what was seen', async () => {
		const { lasso: drawn, asked } = lasso([40, 30]);
		drawn.armed = true;
		drawn.draw([{ x: 1, y: 1 }]);
		drawn.close([0, 1]);
		expect([drawn.armed, drawn.outline, drawn.points, drawn.meanScore]).toEqual([
			false,
			[],
			[0, 1],
			7,
		]);
		await drawn.recommend(false);
		expect(asked).toEqual([[10, 20]]);
		expect([drawn.step, drawn.recommended]).toEqual(['done', [{ point: 2, rank: 1 }]]);
	});

	it('says when nobody answers, and forgets what is drawn anew', async () => {
		const { lasso: drawn } = lasso(null);
		drawn.close([0]);
		const asking = drawn.recommend(false);
		drawn.close([1]);
		await asking;
		expect(drawn.step).toBe('idle');
		await drawn.recommend(false);
		expect(drawn.step).toBe('failed');
		drawn.close([]);
		expect([drawn.points, drawn.meanScore]).toEqual([null, null]);
	});
});
