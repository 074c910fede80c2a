import { describe, expect, it } from 'vitest';
import { resolvePairs, type StatedRelation } from './related-pairs.ts';

const STARTS: Record<number, string> = { 1: '2001', 2: '2002', 3: '2003' };
const resolve = (...stated: StatedRelation[]) =>
	resolvePairs(stated, (title) => STARTS[title] ?? null);

describe('resolvePairs', () => {
	it('turns both directions of one statement into one pair', () => {
		const pairs = resolve(
			{ from: 2, to: 1, kind: 'prequel' },
			{ from: 1, to: 2, kind: 'sequel' },
			{ from: 3, to: 1, kind: 'full-story' },
		);
		expect(pairs).toEqual([
			{ from: 1, to: 2, kind: 'sequel' },
			{ from: 1, to: 3, kind: 'summary' },
		]);
	});

	it('lets the more telling kind win', () => {
		expect(resolve({ from: 1, to: 2, kind: 'related' }, { from: 1, to: 2, kind: 'other' })).toEqual(
			[{ from: 1, to: 2, kind: 'other' }],
		);
		expect(
			resolve({ from: 2, to: 1, kind: 'parent-story' }, { from: 1, to: 2, kind: 'spin-off' }),
		).toEqual([{ from: 1, to: 2, kind: 'spin-off' }]);
	});

	it('lets every statement outweigh a conclusion', () => {
		const concluded = { from: 1, to: 2, kind: 'sequel', inferred: true } as const;
		expect(resolve(concluded, { from: 1, to: 2, kind: 'side-story' })[0]?.kind).toBe('side-story');
		expect(resolve(concluded, { from: 1, to: 2, kind: 'related' })[0]?.kind).toBe('sequel');
		expect(resolve(concluded)[0]?.kind).toBe('sequel');
	});

	it('settles contradictions by majority, then by time', () => {
		const first = { from: 1, to: 2, kind: 'sequel' } as const;
		const second = { from: 2, to: 1, kind: 'sequel' } as const;
		expect(resolve(first, second, second)[0]?.kind).toBe('prequel');
		expect(resolve(first, second)[0]?.kind).toBe('sequel');
		expect(
			resolve({ from: 3, to: 4, kind: 'side-story' }, { from: 4, to: 3, kind: 'side-story' })[0]
				?.kind,
		).toBe('side-story');
	});

	it('has no pair of a title with itself', () => {
		expect(resolve({ from: 1, to: 1, kind: 'other' })).toEqual([]);
	});
});
