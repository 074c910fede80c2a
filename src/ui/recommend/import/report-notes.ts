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
			`${inWords(report.unreadableScores)} had a score that could not be read or is beyond the scale, and count as not scored.`,
		);
	}
	return [...notes, ...scaleNotes(report)];
}

/** Only what could be otherwise needs saying. */
function scaleNotes({ scale: { outOf, basis } }: ListFileReport): string[] {
	if (basis === 'assumed') {
		return [
			`No score in the file is above ${outOf} and nothing in it says what they are out of: they were read as out of ${outOf}.`,
		];
	}
	if (basis === 'stated') return [`By its own word the file’s scores are out of ${outOf}.`];
	return basis === 'chosen' ? [`Scores were read as out of ${outOf}, as you said.`] : [];
}

/** A count as it is read: with thousands apart. */
export function inWords(count: number): string {
	return count.toLocaleString('en');
}
