import { SKIPPED } from '#files/failures.ts';
import type { ListFileReport } from '#files/list-file-result.ts';

/** What a visitor should know about entries that did not simply pass; each note is one sentence. */
export function reportNotes(report: ListFileReport): string[] {
	const notes = report.skipped.map(({ reason, count, examples }) => {
		const titles = examples.filter((title) => title !== '').join(', ');
		return `${inWords(count)} left out: ${SKIPPED[reason]}${titles === '' ? '' : ` (${titles})`}.`;
	});
	if (report.duplicates > 0) {
		notes.push(`${inWords(report.duplicates)} stood twice in the file; the later one counts.`);
	}
	if (report.unreadableScores > 0) {
		notes.push(
			`${inWords(report.unreadableScores)} had a score that is no number from 0 to 10 and count as not scored.`,
		);
	}
	return notes;
}

/** A count as it is read: with thousands apart. */
export function inWords(count: number): string {
	return count.toLocaleString('en');
}
