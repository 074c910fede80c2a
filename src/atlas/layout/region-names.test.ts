import { describe, expect, it } from 'vitest';
import { nameGroups } from './region-names.ts';
import type { PointTags } from './region-tags.ts';

const title = (subjects: string[], more: Partial<PointTags> = {}): PointTags => ({
	subjects,
	studios: [],
	decade: null,
	type: 'TV',
	source: 'Manga',
	weight: 1,
	title: 'A title of quite many words',
	adult: false,
	...more,
});
const many = (count: number, subjects: string[], more?: Partial<PointTags>) =>
	Array.from({ length: count }, () => title(subjects, more));

/** Names of groups that lie one after the other, by their titles. */
function namesOf(...groups: PointTags[][]): string[] {
	const points = groups.flat();
	let next = 0;
	const level = groups.map((group) => ({ members: group.map(() => next++), parent: -1 }));
	const [names = []] = nameGroups([level], (point) => points[point] ?? title([]), points.length);
	return names;
}

describe('nameGroups', () => {
	it('names groups by what sets them apart, not by what all have', () => {
		expect(namesOf(many(4, ['Comedy', 'Sports']), many(4, ['Comedy', 'Mecha']))).toEqual([
			'Sports',
			'Mecha',
		]);
	});

	it('adds a second feature where two are alike, never a number', () => {
		expect(
			namesOf(
				many(6, ['Mecha']),
				many(6, ['Mecha'], { decade: '1980s' }),
				many(6, ['Mecha'], { studios: ['Toei Animation'] }),
				many(6, ['Mecha'], { source: 'Light novel' }),
				many(6, ['Mecha'], { type: 'Movie' }),
				many(6, ['Mecha', 'Military']),
				many(24, ['Slice of Life']),
			),
		).toEqual([
			'Mecha',
			'1980s Mecha',
			'Mecha by Toei',
			'Mecha from Light Novels',
			'Mecha Movies',
			'Military',
			'Slice of Life',
		]);
	});

	it('gives a name to the group of which it is truest', () => {
		const half = [...many(5, ['Sports']), ...many(5, ['Drama'])];
		expect(namesOf(half, many(9, ['Sports']), many(20, ['Fantasy']))).toEqual([
			'Drama',
			'Sports',
			'Fantasy',
		]);
	});

	it('says two subjects together where neither is rare but both at once are', () => {
		const names = namesOf(
			many(8, ['Romance', 'Historical']),
			many(8, ['Romance']),
			many(8, ['Historical']),
			many(8, ['Sports']),
		);
		expect(names[0]).toBe('Historical & Romance');
	});

	it('leaves out a second feature that the first implies', () => {
		// Everything with robots is science fiction: "Mecha & Sci-Fi" says no more than "Mecha".
		const [first, second] = namesOf(
			many(8, ['Mecha', 'Sci-Fi'], { decade: '2000s' }),
			many(8, ['Mecha', 'Sci-Fi'], { decade: '2010s' }),
			many(8, ['Romance'], { decade: '2000s' }),
			many(8, ['Romance'], { decade: '2010s' }),
		);
		expect([first, second]).toEqual(['2000s Mecha', '2010s Mecha']);
	});

	it('names a group after its best-known title, without its subtitle, where no tag sets it apart', () => {
		const members = many(6, ['Drama']);
		const known = title(['Drama'], { title: 'Monster: Special Edition' });
		expect(namesOf([title(['Drama']), known, ...members])).toEqual(['Around Monster']);
	});

	it('gives groups of titles for adults no name, and names none after them', () => {
		const adult = { adult: true, title: 'Shame' };
		const [first, second, third] = namesOf(
			many(6, ['Hentai', 'School'], adult),
			[title(['Drama'], adult), ...many(5, ['Erotica'], { title: 'Monster' })],
			many(6, ['Erotica', 'Sports']),
		);
		expect(first).toBe('');
		expect(second).toBe('Around Monster');
		expect(third).toBe('Sports');
	});

	it('says nothing rather than a name that tells nothing', () => {
		expect(namesOf(many(6, []))).toEqual(['']);
	});

	it('tells no name twice on a level, nor that of the group around, in any order of its words', () => {
		const kinds = ['Slice of Life', 'Drama', 'CGDCT'];
		const points = Array.from({ length: 60 }, (_, at) =>
			title([kinds[at % 3] ?? '', kinds[Math.floor(at / 20)] ?? ''], {
				decade: at % 2 === 0 ? '2010s' : '1990s',
				title: `Title ${at}`,
			}),
		);
		const groups = (count: number, parents: number) =>
			Array.from({ length: count }, (_, at) => ({
				members: Array.from({ length: 60 / count }, (_, k) => (at * 60) / count + k),
				parent: parents === 0 ? -1 : Math.floor((at * parents) / count),
			}));
		const [wide = [], narrow = []] = nameGroups(
			[groups(3, 0), groups(12, 3)],
			(point) => points[point] ?? title([]),
			points.length,
		);
		const words = (name: string) => name.split(' & ').sort().join();
		expect(wide).toEqual(['Slice of Life', 'Drama', 'Cute Girls']);
		expect(new Set(narrow.map(words)).size).toBe(12);
		expect(narrow).not.toContain('');
		narrow.forEach((name, at) => expect(name).not.toBe(wide[Math.floor(at / 4)]));
	});
});
