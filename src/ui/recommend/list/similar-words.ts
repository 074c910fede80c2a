import type { SharedFact, SimilarAnime, SimilarReason } from '#core/rank/similar-anime.ts';
import { capitalise } from './why.ts';

const REASON_WORDS: Readonly<Record<SimilarReason, string>> = {
	'same-franchise': 'of the same franchise',
	related: 'related to it',
	recommended: 'recommended together',
	'same-audience': 'watched by the same people',
	'same-taste': 'for the same taste',
};

/** Reasons that a line has room for, before the shared facts. */
const MOST_REASONS = 2;

/** In what a title is like another, as one line: "Watched by the same people · both Mystery, by Madhouse". */
export function similarWords({
	reasons,
	shared,
}: Pick<SimilarAnime, 'reasons' | 'shared'>): string {
	const phrases = reasons.slice(0, MOST_REASONS).map((reason) => REASON_WORDS[reason]);
	if (shared.length > 0) phrases.push(`both ${sharedWords(shared)}`);
	return capitalise(phrases.join(' · ') || 'alike in many small things');
}

/** Subjects first, for they need no preposition. */
function sharedWords(shared: readonly SharedFact[]): string {
	const namesOf = (kind: SharedFact['kind']) =>
		shared.filter((fact) => fact.kind === kind).map(({ name }) => name);
	return [
		...namesOf('subject'),
		...namesOf('studio').map((name) => `by ${name}`),
		...namesOf('source').map((name) =>
			name === 'Original' ? 'original stories' : `from a ${name.toLowerCase()}`,
		),
	].join(', ');
}
