import { expect, it } from 'vitest';
import { createRng } from '#core/math/rng.ts';
import { interactionsOf } from '#tests/support/interactions.ts';
import { drawFolds, listsOutside } from './folds.ts';

it('draws folds of one size, the same for the same seed', () => {
	const folds = drawFolds(10, 4, createRng(3));
	const sizes = [0, 1, 2, 3].map((fold) => folds.filter((own) => own === fold).length);
	expect(sizes).toEqual([3, 3, 2, 2]);
	expect(drawFolds(10, 4, createRng(3))).toEqual(folds);
	expect(drawFolds(10, 4, createRng(4))).not.toEqual(folds);
});

it('leaves the users of one fold out and each user once', () => {
	const lists = interactionsOf([[0], [1], [2], [3], [4]], 5);
	const folds = Uint8Array.of(0, 1, 0, 2, 1);
	const outside = [0, 1, 2].map((fold) => [...listsOutside(lists, folds, fold).items]);
	expect(outside).toEqual([
		[1, 3, 4],
		[0, 2, 3],
		[0, 1, 2, 4],
	]);
});
