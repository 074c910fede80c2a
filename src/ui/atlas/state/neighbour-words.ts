import type { NamedNeighbour } from '#core/atlas/neighbour-answer.ts';
import type { NeighbourReason } from '#core/atlas/neighbours.ts';
import type { SharedFact } from '#core/rank/similar-anime.ts';

const REASON_WORDS: Readonly<Record<NeighbourReason, string>> = {
	'liked-together': 'liked by the same people',
	related: 'related to it',
	recommended: 'recommended together',
	model: 'for the same taste',
};

/** Reasons that a line has room for, before the shared facts. */
const MOST_REASONS = 2;

/** Why a title is a neighbour, as one line: "Liked by the same people · both Mystery, by Madhouse". */
export function neighbourWords({
	reasons,
	shared,
}: Pick<NamedNeighbour, 'reasons' | 'shared'>): string {
	const phrases = reasons.slice(0, MOST_REASONS).map((reason) => REASON_WORDS[reason]);
	if (shared.length > 0) phrases.push(`both ${shared.map(factWords).join(', ')}`);
	const line = phrases.join(' · ') || 'alike in many small things';
	return line.charAt(0).toUpperCase() + line.slice(1);
}

function factWords({ kind, name }: SharedFact): string {
	if (kind === 'studio') return `by ${name}`;
	if (kind === 'subject') return name;
	return name === 'Original' ? 'original stories' : `from a ${name.toLowerCase()}`;
}
