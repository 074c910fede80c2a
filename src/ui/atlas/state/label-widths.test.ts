import { expect, it } from 'vitest';
import { labelRoom, wideNames } from './label-widths.ts';

const TITLES = [
	{ title: 'Bleach', english: null, native: 'BLEACH - ブリーチ -' },
	{ title: 'Shingeki no Kyojin', english: 'Attack on Titan', native: '進撃の巨人' },
	{ title: 'K', english: 'K', native: null },
];

it('makes room for the longer of two names', () => {
	expect(TITLES.map(labelRoom)).toEqual([49, 121, 17]);
});

it('knows which native names need more', () => {
	const widths = wideNames(TITLES, 'native');
	expect([...(widths?.widths ?? [])]).toEqual([131, 121, 17]);
	expect([...(widths?.wider ?? [])]).toEqual([1, 0, 0]);
	expect(wideNames(TITLES, 'romaji')).toBeNull();
	expect(wideNames(TITLES, 'english')).toBeNull();
});
