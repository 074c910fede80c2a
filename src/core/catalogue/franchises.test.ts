import { describe, expect, it } from 'vitest';
import type { RelationKind } from './catalogue.ts';
import type { FranchiseTitle } from './franchise-titles.ts';
import { groupFranchises } from './franchises.ts';
import type { ResolvedPair } from './related-pairs.ts';

/** A title that started in the year 2000 + its id, unless told otherwise. */
function title(malId: number, name: string, facts: Partial<FranchiseTitle> = {}): FranchiseTitle {
	return {
		malId,
		title: name,
		english: null,
		native: null,
		type: 'TV',
		members: 1000 - malId,
		startDate: String(2000 + malId),
		...facts,
	};
}

function pair(from: number, kind: RelationKind, to: number): ResolvedPair {
	return { from, to, kind };
}

function group(titles: FranchiseTitle[], pairs: ResolvedPair[], groups: number[][] = []) {
	return groupFranchises(new Map(titles.map((entry) => [entry.malId, entry])), { pairs, groups });
}

const [ANT, BEE, CAT] = [title(1, 'Ant'), title(2, 'Bee'), title(3, 'Cat')];

describe('groupFranchises along stated relations', () => {
	it.each(['sequel', 'side-story', 'summary', 'alternative-version', 'spin-off'] as const)(
		'merges by %s',
		(kind) => expect(group([ANT, BEE, CAT], [pair(1, kind, 2)])).toEqual([[1, 2]]),
	);

	it.each(['other', 'character', 'alternative-setting', 'related'] as const)(
		'does not merge by %s alone (F9)',
		(kind) => expect(group([ANT, BEE], [pair(1, kind, 2)])).toEqual([]),
	);

	it('follows a link that runs only through an OVA or a film (F8)', () => {
		const film = title(2, 'Bee', { type: 'Movie', members: 3 });
		expect(group([ANT, film, CAT], [pair(1, 'sequel', 2), pair(2, 'sequel', 3)])).toEqual([
			[1, 2, 3],
		]);
	});

	it('follows a link through a title that no source describes', () => {
		expect(group([ANT, CAT], [pair(1, 'sequel', 9), pair(3, 'prequel', 9)])).toEqual([[1, 3]]);
	});

	it('does not let a crossover glue its stories, and keeps its own sequels with it', () => {
		const crossover = title(4, 'Quartet');
		const second = title(5, 'Quartet 2');
		const pairs = [
			pair(1, 'side-story', 4),
			pair(4, 'parent-story', 2),
			pair(4, 'sequel', 5),
			pair(1, 'side-story', 5),
		];
		expect(group([ANT, BEE, crossover, second], pairs)).toEqual([]);
		expect(group([ANT, BEE, crossover, second], pairs.slice(0, 3))).toEqual([[4, 5]]);
	});

	it('merges a title with several parents once they are one story', () => {
		const recap = title(4, 'Digest');
		const pairs = [pair(1, 'sequel', 2), pair(1, 'summary', 4), pair(2, 'summary', 4)];
		expect(group([ANT, BEE, recap], pairs)).toEqual([[1, 2, 4]]);
	});

	it('merges a title with several parents that bear one name', () => {
		const parts = [title(1, 'Garden: Fog'), title(2, 'Garden: Rain'), title(3, 'Garden Remix')];
		expect(group(parts, [pair(1, 'summary', 3), pair(2, 'summary', 3)])).toEqual([[1, 2, 3]]);
	});
});

describe('groupFranchises with groups of another source', () => {
	it('merges what bears a name that is the group’s own', () => {
		const names = ['Aria', 'Aria 2nd Season', 'Bee 2nd Season'];
		const outside = ['Cat 2nd Season', 'Dog 2nd Season', 'Eel 2nd Season'];
		const titles = [...names, ...outside].map((name, at) => title(at + 1, name));
		expect(group(titles, [], [[1, 2, 3]])).toEqual([[1, 2]]);
	});

	it('does not merge by words that others use as well', () => {
		const titles = ['Isekai One', 'Isekai Two', 'Isekai Ant', 'Isekai Bee', 'Isekai Cat'];
		expect(
			group(
				titles.map((name, at) => title(at + 1, name)),
				[],
				[[1, 2]],
			),
		).toEqual([]);
	});

	it('does not let a crossover that bears two names bring them together', () => {
		const titles = [title(1, 'Aria'), title(2, 'Bolt'), title(3, 'Aria x Bolt', { type: 'CM' })];
		expect(group(titles, [], [[1, 2, 3]])).toEqual([[1, 3]]);
	});

	it('takes the names of the whole story, also of what lies outside the group', () => {
		const titles = [title(1, 'Aria'), title(2, 'The Bell'), title(3, 'Aria: The Flute')];
		const outside = ['The Cat', 'The Dog', 'The Eel'].map((name, at) => title(at + 4, name));
		expect(group([...titles, ...outside], [pair(1, 'sequel', 2)], [[2, 3]])).toEqual([[1, 2, 3]]);
	});

	it('lets a clip without the name join where there is one story only', () => {
		const clip = title(3, 'Song', { type: 'Music' });
		expect(group([ANT, clip], [], [[1, 3]])).toEqual([[1, 3]]);
		expect(group([ANT, BEE, clip], [], [[1, 2, 3]])).toEqual([]);
	});

	it('does not let another story without the name join', () => {
		expect(group([ANT, BEE], [], [[1, 2]])).toEqual([]);
	});

	it('keeps a known crossover out', () => {
		const crossover = title(4, 'Ant vs. Bee', { type: 'Special' });
		const pairs = [pair(1, 'side-story', 4), pair(2, 'side-story', 4)];
		expect(group([ANT, BEE, crossover], pairs, [[1, 2, 4]])).toEqual([]);
	});

	it('merges relations without a kind where the names agree', () => {
		const titles = [title(1, 'Aria'), title(2, 'Aria Season 2'), BEE].map((entry, at) => ({
			...entry,
			malId: at + 1,
		}));
		expect(group(titles, [pair(1, 'related', 2), pair(1, 'related', 3)])).toEqual([[1, 2]]);
	});
});

describe('groupFranchises by names alone', () => {
	it.each([
		['Aria', 'Aria 2nd Season'],
		['Aria', 'Aria Movie'],
		['Aria', 'Aria: Part 2'],
		['Aria', 'Aria II'],
		['Aria of Stars', 'Aria of Stars: The Coast'],
		['Aria Dream!', 'Aria Dream! Second Stage'],
	])('merges %s with %s', (name, longer) => {
		expect(group([title(1, name), title(2, longer)], [])).toEqual([[1, 2]]);
	});

	it.each([
		['Aria', 'Aria: Another Work'],
		['Aria', 'Ariadne 2nd Season'],
		['Aria no', 'Aria no Sora'],
	])('keeps %s apart from %s', (name, longer) => {
		expect(group([title(1, name), title(2, longer)], [])).toEqual([]);
	});

	it('does not take an earlier title for a sequel', () => {
		expect(group([title(2, 'Aria'), title(1, 'Aria 2')], [])).toEqual([]);
	});

	it('gives no weight to a subtitle where a source relates the title to another', () => {
		const titles = [title(1, 'Aria of Stars'), title(2, 'Aria of Stars: Cats'), CAT];
		expect(group(titles, [pair(2, 'character', 3)])).toEqual([]);
	});
});

describe('watch order', () => {
	it('is by start, undated last, ties by id', () => {
		const titles = [
			title(1, 'Ant', { startDate: null }),
			title(2, 'Bee', { startDate: '2010-04' }),
			title(3, 'Cat', { startDate: '2010-04-30' }),
			title(4, 'Dog', { startDate: '2009-12-31' }),
			title(5, 'Eel', { startDate: '2009-12-31' }),
		];
		const chain = [
			pair(5, 'sequel', 4),
			pair(4, 'sequel', 3),
			pair(3, 'sequel', 2),
			pair(2, 'sequel', 1),
		];
		expect(group(titles, chain)).toEqual([[4, 5, 3, 2, 1]]);
	});
});
