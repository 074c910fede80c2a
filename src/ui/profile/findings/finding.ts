/** Parts of the page, by the names that addresses have after `#`. */
export const SECTIONS = [
	{ id: 'scores', name: 'How you score' },
	{ id: 'taste', name: 'What you like' },
	{ id: 'years', name: 'When it was made' },
	{ id: 'kinds', name: 'What it is' },
	{ id: 'watching', name: 'How you watch' },
	{ id: 'groups', name: 'Your tastes' },
	{ id: 'ratings', name: 'Ratings that matter' },
	{ id: 'known', name: 'How well Sprout knows you' },
] as const;
export type SectionId = (typeof SECTIONS)[number]['id'];

/** Something that a list says of its owner, in words. */
export interface Finding {
	/** What it is about; no two that are shown have the same. */
	readonly topic: string;
	/** The title that it is about. */
	readonly malId: number | null;
	readonly text: string;
	/** What stands behind it, in smaller letters; may be empty. */
	readonly note: string;
	/** Where the page tells more. */
	readonly section: SectionId;
	/** 0–1: how far from what most lists would say. */
	readonly unusual: number;
}

/** How far a share of people is from the middle, 0–1. */
export function fromMiddle(percentile: number): number {
	return Math.abs(2 * percentile - 1);
}

/** The most unusual ones, at most so many, each topic once and no section more than twice; strongest first. */
export function strongest(findings: readonly Finding[], most: number): Finding[] {
	const chosen: Finding[] = [];
	const bySurprise = [...findings].sort((a, b) => b.unusual - a.unusual);
	for (const finding of bySurprise) {
		if (chosen.length === most) break;
		if (chosen.some(({ topic }) => topic === finding.topic)) continue;
		if (chosen.filter(({ section }) => section === finding.section).length >= 2) continue;
		chosen.push(finding);
	}
	return chosen;
}
