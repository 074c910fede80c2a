import type { RelationKind } from './catalogue.ts';
import { mirrorKind } from './relation-kinds.ts';

/** One source's word on two titles: `to` is the `kind` of `from`. Titles are any numbers. */
export interface StatedRelation {
	readonly from: number;
	readonly to: number;
	readonly kind: RelationKind;
	/** Concluded from something else than a stated relation, so every statement outweighs it. */
	readonly inferred?: boolean;
}

/** What all sources together say about two titles, `from < to`. */
export interface ResolvedPair {
	readonly from: number;
	readonly to: number;
	readonly kind: RelationKind;
}

/**
 * Which kind wins where sources state several for one pair, strongest first. A recap is also a side
 * story to some and a spin-off has a parent story, so the more telling kind goes first; `related` says
 * nothing.
 */
const STRENGTH: readonly RelationKind[] = [
	'summary',
	'full-story',
	'sequel',
	'prequel',
	'spin-off',
	'alternative-version',
	'side-story',
	'parent-story',
	'alternative-setting',
	'character',
	'other',
	'related',
];

interface Votes {
	readonly from: number;
	readonly to: number;
	readonly counts: Map<RelationKind, number>;
	readonly inferred: Map<RelationKind, number>;
}

/**
 * One kind for each pair of related titles, whatever the number and direction of the statements.
 *
 * Where two directions contradict each other (both are the other's sequel), the majority wins, then
 * time: the later title is the sequel.
 *
 * @param startOf a comparable start of a title (for instance an ISO date), `null` where unknown
 * @returns pairs ordered by `from`, then `to`
 */
export function resolvePairs(
	stated: readonly StatedRelation[],
	startOf: (title: number) => string | null,
): ResolvedPair[] {
	const pairs = new Map<string, Votes>();
	for (const relation of stated) {
		const from = Math.min(relation.from, relation.to);
		const to = Math.max(relation.from, relation.to);
		if (from === to) continue;
		const kind = relation.from === from ? relation.kind : mirrorKind(relation.kind);
		const key = `${from} ${to}`;
		const votes = pairs.get(key) ?? { from, to, counts: new Map(), inferred: new Map() };
		pairs.set(key, votes);
		const tally = relation.inferred ? votes.inferred : votes.counts;
		tally.set(kind, (tally.get(kind) ?? 0) + 1);
	}
	return [...pairs.values()]
		.map(({ from, to, counts, inferred }) => {
			const typed = [...counts.keys()].some((kind) => kind !== 'related');
			const tally = typed || inferred.size === 0 ? counts : inferred;
			return { from, to, kind: strongest(tally, () => startsLater(startOf(from), startOf(to))) };
		})
		.sort((a, b) => a.from - b.from || a.to - b.to);
}

function startsLater(from: string | null, to: string | null): boolean {
	return from !== null && to !== null && from > to;
}

function strongest(
	tally: ReadonlyMap<RelationKind, number>,
	fromIsLater: () => boolean,
): RelationKind {
	const kind = STRENGTH.find((candidate) => tally.has(candidate)) ?? 'related';
	const mirror = mirrorKind(kind);
	const mirrored = mirror === kind ? 0 : (tally.get(mirror) ?? 0);
	if (mirrored === 0) return kind;
	const lead = (tally.get(kind) ?? 0) - mirrored;
	if (lead !== 0) return lead > 0 ? kind : mirror;
	// The later title is the sequel, side story or summary of the earlier one.
	const laterKinds: readonly RelationKind[] = ['sequel', 'side-story', 'summary'];
	const toIsChild = !fromIsLater();
	return laterKinds.includes(kind) === toIsChild ? kind : mirror;
}
