import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RANKING_OPTIONS } from '#core/rank/ranking-options.ts';
import { DEFAULT_STATE, MAX_RATED, parseState, queryKey, writeState } from './url-state.ts';
import type { RecommendState } from './url-state.ts';

const parse = (query: string) => parseState(new URLSearchParams(query));
const completed = (malId: number, score: number | null) => ({
	malId,
	score,
	status: 'completed' as const,
});

const malId = fc.integer({ min: 1, max: 9_999_999 });
const states: fc.Arbitrary<RecommendState> = fc.record({
	rated: fc.uniqueArray(
		fc
			.tuple(malId, fc.option(fc.integer({ min: 10, max: 100 })))
			.map(([id, score]) => completed(id, score)),
		{ selector: (entry) => entry.malId, maxLength: 40 },
	),
	include: fc.record({
		extraSeasons: fc.boolean(),
		movies: fc.boolean(),
		specials: fc.boolean(),
		music: fc.boolean(),
	}),
	excludedEntries: fc.uniqueArray(malId, { maxLength: 20 }),
	excludedGenres: fc.uniqueArray(
		fc.constantFrom('Action', 'Sci-Fi', 'Slice of Life', 'Idols (Female)', 'CGDCT', 'Boys Love'),
	),
	whatIf: fc.uniqueArray(fc.record({ malId, score: fc.integer({ min: 1, max: 100 }) }), {
		selector: (one) => one.malId,
		maxLength: 50,
	}),
	options: fc.constantFrom(DEFAULT_RANKING_OPTIONS, {
		...DEFAULT_RANKING_OPTIONS,
		niche: 0.25,
		minMembers: 500,
	}),
	titles: fc.constantFrom('english', 'romaji', 'native'),
	view: fc.constantFrom('list', 'shelves'),
	group: fc.constantFrom('first', 'films', 'slice-of-life'),
	open: fc.option(malId),
});

describe('address of a recommendation page', () => {
	it('brings every state back', () => {
		fc.assert(
			fc.property(states, (state) => {
				expect(parse(writeState(state))).toEqual(state);
			}),
		);
	});

	it('reads any text without failing, and writes a stable form of it', () => {
		fc.assert(
			fc.property(
				fc.string(),
				fc.constantFrom('r', 'x', 'xg', 'whatif', 'open', 'g'),
				(text, name) => {
					const written = writeState(parseState(new URLSearchParams([[name, text]])));
					expect(writeState(parse(written))).toBe(written);
				},
			),
		);
	});

	it('is readable and leaves defaults out', () => {
		expect(writeState(DEFAULT_STATE)).toBe('');
		expect(
			writeState({
				...DEFAULT_STATE,
				rated: [completed(16498, 100), completed(1535, 85), completed(5114, null)],
				include: { ...DEFAULT_STATE.include, movies: true },
				excludedEntries: [1535],
				excludedGenres: ['Slice of Life', 'Horror'],
				titles: 'romaji',
			}),
		).toBe('?r=16498-10_1535-8.5_5114&movies=1&x=1535&xg=Slice_of_Life.Horror&titles=romaji');
	});

	it.each([
		'1-999',
		'1-0',
		'1-0.5',
		'1-10.5',
		'1-11',
		'1--5',
		'1-5.55',
		'1-',
		'abc',
		'-5',
		'0-5',
		'1e3-5',
		'12345678-5',
		' 1-5',
		'1-NaN',
	])('drops the rating %j and keeps its neighbour', (part) => {
		expect(parseState(new URLSearchParams([['r', `${part}_20-7`]])).rated).toEqual([
			completed(20, 70),
		]);
	});

	it('tries other scores out, which other pages may link to', () => {
		const { whatIf } = parse('whatif=20:40_1535:100_20:55');
		expect(whatIf).toEqual([
			{ malId: 20, score: 55 },
			{ malId: 1535, score: 100 },
		]);
		expect(writeState({ ...DEFAULT_STATE, whatIf })).toBe('?whatif=20:55_1535:100');
		expect(parse('whatif=20:0_21:101_22:_x:5_23-40_24:7.5_25:40').whatIf).toEqual([
			{ malId: 25, score: 40 },
		]);
		expect(queryKey(parse('r=1-5&whatif=1:90'))).not.toBe(queryKey(parse('r=1-5')));
	});

	it('lets the last of two ratings of one title win, in the place of the first', () => {
		expect(parse('r=1-5_2-6_1-9').rated).toEqual([completed(1, 90), completed(2, 60)]);
	});

	it('reads at most so many titles, however long the address', () => {
		const many = Array.from({ length: 2_000 }, (_, index) => `${index + 1}-8`).join('_');
		expect(many.length).toBeGreaterThan(10_000);
		expect(parse(`r=${many}`).rated).toHaveLength(MAX_RATED);
		expect(parse(`r=${'9'.repeat(10_000)}`).rated).toEqual([]);
	});

	it('falls back to the default where a switch, an id or a name is malformed', () => {
		expect(
			parse(
				'exs=true&movies=2&x=abc_NaN_-3&xg=%3Cb%3E&titles=klingon&open=1.5&view=tiles&g=nonsense',
			),
		).toEqual(DEFAULT_STATE);
	});

	it('has one key for all ways to look at the same answer', () => {
		const state = parse('r=1-5&movies=1&open=3&titles=native&view=shelves&g=films');
		expect(queryKey(state)).toBe(queryKey(parse('r=1-5&movies=1')));
		expect(queryKey(state)).not.toBe(queryKey(parse('r=1-5')));
		expect(queryKey(state)).not.toBe(queryKey(parse('r=1-5&movies=1&year=2000-')));
	});
});
