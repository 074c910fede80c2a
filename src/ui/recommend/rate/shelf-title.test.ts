import { expect, it } from 'vitest';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { shelfGroup } from './shelf-title.ts';

const catalogue = smallCatalogue([{ malId: 1 }, { malId: 2, title: 'Monster' }]);
const groups = [
	{ id: 'first', name: 'First', titles: [0, 1] },
	{ id: 'films', name: 'Films', titles: [1] },
];

it('gives the wanted group, or the first where there is none like it', () => {
	const malIds = (wanted: string) =>
		shelfGroup(catalogue, groups, wanted).titles.map(({ malId }) => malId);
	expect(malIds('films')).toEqual([2]);
	expect(malIds('nonsense')).toEqual([1, 2]);
});

it('sends no facts that the shelf does not show', () => {
	const [title] = shelfGroup(catalogue, groups, 'films').titles;
	expect(title).toMatchObject({ malId: 2, title: 'Monster', type: 'TV' });
	expect(Object.keys(title ?? {})).not.toContain('studios');
});
