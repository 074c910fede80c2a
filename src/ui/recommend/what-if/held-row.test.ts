import { expect, it } from 'vitest';
import { withHeld } from './held-row.ts';

const row = (malId: number, place: number) => ({ malId, place });

it('holds a row in its position, with its newest facts', () => {
	const rows = withHeld([row(2, 1), row(3, 2), row(1, 3)], { item: row(1, 1), at: 0 });
	expect(rows).toEqual([row(1, 3), row(2, 1), row(3, 2)]);
});

it('shows a row that the answer lacks as it was', () => {
	expect(withHeld([row(2, 1), row(3, 2)], { item: row(1, 2), at: 1 })).toEqual([
		row(2, 1),
		row(1, 2),
		row(3, 2),
	]);
});
