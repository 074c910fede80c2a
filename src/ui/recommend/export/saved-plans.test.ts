import { expect, it } from 'vitest';
import { readListFile } from '#files/read-list-file.ts';
import { utf8 } from '#tests/support/list-files.ts';
import { savedPlans } from './saved-plans.ts';

const monster = {
	malId: 19,
	anilistId: 19,
	title: 'Monster',
	english: 'Monster',
	native: 'モンスター',
	type: 'TV',
	episodes: 74,
	year: 2004,
};

it.each(['csv', 'json', 'xml'] as const)('saves plans as %s, to be read again', async (format) => {
	const file = savedPlans([monster], format, new Date(2026, 10, 3));
	expect(file.name).toBe(`sprout-plans-2026-11-03.${format}`);
	const read = await readListFile(utf8(file.text));
	if (!read.ok) throw new Error(read.reason);
	expect(read.entries).toEqual([{ malId: 19, score: null, status: 'plan-to-watch' }]);
	expect(read.titles).toEqual(['Monster']);
});
