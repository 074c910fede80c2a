import { describe, expect, test } from 'vitest';
import { popularityThirds } from './popularity-thirds.ts';

describe('popularityThirds', () => {
	test('gives each group a third of the interactions, not of the items', () => {
		// 4 + 4 of 12 fill two thirds; four items with one interaction each are the tail.
		expect([...popularityThirds([1, 4, 1, 4, 1, 1])]).toEqual([2, 0, 2, 1, 2, 2]);
	});

	test('puts an item where its first interaction falls', () => {
		expect([...popularityThirds([5, 3, 1])]).toEqual([0, 1, 2]);
	});

	test('calls everything tail when nothing was watched', () => {
		expect([...popularityThirds([0, 0])]).toEqual([2, 2]);
	});
});
