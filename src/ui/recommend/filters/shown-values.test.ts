import { describe, expect, it } from 'vitest';
import { grownValues, shownValues } from './shown-values.ts';

const textOf = (value: string) => value;
const known = ['Action', 'Comedy', 'Drama', 'Horror'];

describe('values of a group', () => {
	it('stay where they are when the counts change', () => {
		const facets = [
			{ value: 'Comedy', count: 9 },
			{ value: 'Mecha', count: 5 },
			{ value: 'Action', count: 1 },
		];
		expect(grownValues(['Action', 'Comedy'], facets)).toEqual(['Action', 'Comedy', 'Mecha']);
		expect(grownValues(known, [])).toBe(known);
	});

	it('are the first ones and what is chosen', () => {
		const shown = shownValues({ known, chosen: ['Horror', 'Mecha'], query: '', most: 2, textOf });
		expect(shown).toEqual({ values: ['Mecha', 'Action', 'Comedy', 'Horror'], more: 1 });
	});

	it('are found by any part of their name', () => {
		const shown = shownValues({ known, chosen: [], query: ' RA', most: 2, textOf });
		expect(shown).toEqual({ values: ['Drama'], more: 0 });
	});
});
