import { expect, it } from 'vitest';
import type { ListFileReport } from '#files/list-file-result.ts';
import { reportNotes } from './report-notes.ts';

const clean: ListFileReport = {
	format: 'mal-xml',
	scale: { outOf: 10, basis: 'format' },
	compressed: true,
	read: 2_000,
	accepted: 2_000,
	duplicates: 0,
	skipped: [],
	byStatus: { watching: 0, completed: 2_000, 'on-hold': 0, dropped: 0, 'plan-to-watch': 0 },
	scored: 0,
	unreadableScores: 0,
};

it('has nothing to say about a clean list', () => {
	expect(reportNotes(clean)).toEqual([]);
});

it('says what was left out, why, and what became of the rest', () => {
	const notes = reportNotes({
		...clean,
		skipped: [
			{ reason: 'no-id', count: 1_200, examples: ['Odd one', ''] },
			{ reason: 'unknown-status', count: 1, examples: [] },
			{ reason: 'manga', count: 40, examples: [] },
		],
		duplicates: 3,
		unreadableScores: 2,
	});
	expect(notes).toEqual([
		'1,200 left out: without a MyAnimeList id (Odd one).',
		'1 left out: with a status that Sprout does not know.',
		'40 left out: manga.',
		'3 stood twice in the file; the later one counts.',
		'2 had a score that could not be read or is beyond the scale, and count as not scored.',
	]);
});

it.each([
	['assumed', /No score in the file is above 10 .* read as out of 10\.$/],
	['stated', /own word .* out of 10\.$/],
	['chosen', /as you said\.$/],
] as const)('says how it knows the scale where that is open: %s', (basis, words) => {
	const [note] = reportNotes({ ...clean, scale: { outOf: 10, basis } });
	expect(note).toMatch(words);
});

it('has nothing to say about a scale that is certain', () => {
	expect(reportNotes({ ...clean, scale: { outOf: 100, basis: 'values' } })).toEqual([]);
});
