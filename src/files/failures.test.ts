import { expect, test } from 'vitest';
import { describeFailure } from './failures.ts';
import type { ListFileFailure } from './list-file-result.ts';

const failures: readonly ListFileFailure[] = [
	{ ok: false, reason: 'empty', detail: {} },
	{ ok: false, reason: 'not-a-list', detail: { content: 'web-page' } },
	{ ok: false, reason: 'not-a-list', detail: { content: 'archive' } },
	{ ok: false, reason: 'manga-list', detail: {} },
	{ ok: false, reason: 'broken', detail: { part: 'xml', entriesRead: 1, line: 42 } },
	{ ok: false, reason: 'broken', detail: { part: 'archive', entriesRead: 0, line: null } },
	{ ok: false, reason: 'too-large', detail: { limitBytes: 20_000_000, unpacked: false } },
	{ ok: false, reason: 'too-deep', detail: { limit: 20 } },
	{ ok: false, reason: 'too-many-entries', detail: { limit: 50_000 } },
	{ ok: false, reason: 'hostile', detail: { trick: 'entities' } },
	{ ok: false, reason: 'hostile', detail: { trick: 'external-file' } },
	{ ok: false, reason: 'hostile', detail: { trick: 'archive-bomb' } },
	{ ok: false, reason: 'hostile', detail: { trick: 'endless-parts' } },
	{ ok: false, reason: 'broken', detail: { part: 'table', entriesRead: 0, line: 3 } },
	{ ok: false, reason: 'not-a-list', detail: { content: 'json' } },
	{ ok: false, reason: 'not-a-list', detail: { content: 'text' } },
	{ ok: false, reason: 'newer-format', detail: { version: 2 } },
	{ ok: false, reason: 'no-entries', detail: { skipped: [] } },
	{ ok: false, reason: 'unknown-encoding', detail: { encoding: 'x-klingon' } },
	{ ok: false, reason: 'unreadable', detail: {} },
	{ ok: false, reason: 'cancelled', detail: {} },
];

test('every failure has words of its own, in whole sentences', () => {
	const texts = failures.map((failure) => describeFailure(failure));
	expect(new Set(texts.map(({ explanation }) => explanation)).size).toBe(failures.length);
	for (const { heading, explanation, nextStep } of texts) {
		expect(heading).toMatch(/^[A-Z][^.]+$/);
		expect(explanation).toMatch(/^[A-Z].*\.$/);
		expect(nextStep).toMatch(/^[A-Z].*\.$/);
		expect(`${heading} ${explanation} ${nextStep}`).not.toMatch(/undefined|null|NaN|\[object/);
	}
});

test('numbers are worded for people', () => {
	const broken = describeFailure({
		reason: 'broken',
		detail: { part: 'xml', entriesRead: 1234, line: 30_000 },
	});
	expect(broken.explanation).toContain('at line 30,000, after 1,234 titles');
	const one = describeFailure({
		reason: 'broken',
		detail: { part: 'xml', entriesRead: 1, line: 9 },
	});
	expect(one.explanation).toContain('after 1 title.');
	const large = describeFailure({
		reason: 'too-large',
		detail: { limitBytes: 100_000_000, unpacked: true },
	});
	expect(large.explanation).toContain('larger than 100 MB');
	const unusable = describeFailure({
		reason: 'no-entries',
		detail: { skipped: [{ reason: 'no-id', count: 3, examples: [] }] },
	});
	expect(unusable.explanation).toContain('3 without a MyAnimeList id');
});
