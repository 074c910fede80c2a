import { topK } from '#core/math/top-k.ts';
import type { SparseRows } from '#core/model/sprout/parts.ts';
import { NEIGHBOUR_REASONS, type NeighbourReason } from '#core/atlas/neighbours.ts';
import { calibrate, toRows } from './affinities.ts';
import type { CoLikes } from './co-likes.ts';
import { nearestInSteps, type Vectors } from './nearest.ts';

/** Two titles that belong together for a stated reason. */
export interface TitleLink {
	readonly a: number;
	readonly b: number;
	readonly weight: number;
	readonly reason: 'related' | 'recommended';
}

/** How much each source says of a title's neighbourhood. */
export interface NeighbourhoodSettings {
	/** Neighbours that count about equally, for lists and model alike. */
	readonly perplexity: number;
	/** Candidates kept of each source, about three times the perplexity. */
	readonly candidates: number;
	/** Share of the lists in the neighbourhood of a title that everybody knows, … */
	readonly likedShare: number;
	/** … of which a title on this many lists gets half. */
	readonly halfSupport: number;
	/** Greatest share of relations and recommendations together. */
	readonly linkShare: number;
}

/** What neighbourhoods are made of; titles are numbered 0 … n − 1. */
export interface NeighbourhoodSources {
	readonly coLikes: CoLikes;
	/** The model's item space: n rows. Titles of which lists say little are placed by their facts in it. */
	readonly space: Vectors;
	readonly links: readonly TitleLink[];
}

/** Chances p_j|i that j is i's neighbour, and what they come from. */
export interface Neighbourhoods {
	/** Rows sum to 1; columns ascending. */
	readonly chances: SparseRows;
	/** By element of `chances`: bits of `NEIGHBOUR_REASONS`. */
	readonly reasons: Uint8Array;
}

const bitOf = (reason: NeighbourReason) => 1 << NEIGHBOUR_REASONS.indexOf(reason);

/** Chances and reasons of one title's neighbours. */
class Row {
	readonly chances = new Map<number, number>();
	readonly reasons = new Map<number, number>();

	add(column: number, chance: number, reason: NeighbourReason): void {
		if (!(chance > 0)) return;
		this.chances.set(column, (this.chances.get(column) ?? 0) + chance);
		this.reasons.set(column, (this.reasons.get(column) ?? 0) | bitOf(reason));
	}
}

/**
 * Mixes three sources of neighbours, each as chances of its own, so that their scales never have to be compared:
 * p = c · lists + e · links + (1 − c − e) · model, with c growing with the lists that like the title and e with its links.
 *
 * A generator, so that whoever runs it can show how far it is: it yields how many of 2n rows are done.
 */
export function* mixNeighbourhoods(
	sources: NeighbourhoodSources,
	settings: NeighbourhoodSettings,
): Generator<number, Neighbourhoods> {
	const { coLikes, space } = sources;
	const size = space.values.length / space.width;
	const linked = linksByTitle(sources.links, size);
	const near = yield* nearestInSteps(space, Math.min(settings.candidates, size - 1));
	const liked = new Float64Array(size);
	const rows: Row[] = [];
	for (let title = 0; title < size; title++) {
		const row = new Row();
		const shares = sharesFor(linked[title] ?? [], coLikes.support[title] ?? 0, settings);
		for (const { to, chance, reason } of shares.links) row.add(to, chance, reason);
		coLikes.row(title, liked);
		const likedShare = addLiked(row, liked, shares.liked, settings);
		const energies = Float64Array.from(near.squares.subarray(title * near.k, (title + 1) * near.k));
		calibrate(energies, settings.perplexity);
		for (let place = 0; place < near.k; place++) {
			const chance = (1 - shares.linkShare - likedShare) * (energies[place] ?? 0);
			row.add(near.rows[title * near.k + place] ?? 0, chance, 'model');
		}
		rows.push(row);
		if (title % 64 === 63) yield size + title + 1;
	}
	const chances = toRows(rows.map((row) => row.chances));
	const reasons = new Uint8Array(chances.columns.length);
	rows.forEach((row, title) => {
		for (let at = chances.offsets[title] ?? 0; at < (chances.offsets[title + 1] ?? 0); at++) {
			reasons[at] = row.reasons.get(chances.columns[at] ?? 0) ?? 0;
		}
	});
	return { chances, reasons };
}

/** Adds what lists say of a title; gives the share that they took: none where nobody likes another as well. */
function addLiked(
	row: Row,
	liked: Float64Array,
	share: number,
	{ candidates, perplexity }: NeighbourhoodSettings,
): number {
	for (let at = 0; at < liked.length; at++) if (!(liked[at] ?? 0)) liked[at] = -Infinity;
	const best = topK(liked, candidates);
	if (best.length === 0 || share === 0) return 0;
	const chances = Float64Array.from(best, (other) => -Math.log(liked[other] ?? 1));
	calibrate(chances, perplexity);
	best.forEach((other, place) => row.add(other, share * (chances[place] ?? 0), 'liked-together'));
	return share;
}

/** A link as one of its titles sees it. */
interface LinkFrom extends Pick<TitleLink, 'weight' | 'reason'> {
	readonly to: number;
}

/** What each source counts for a title, and how its links share theirs. */
export function sharesFor(
	links: readonly LinkFrom[],
	support: number,
	{ likedShare, halfSupport, linkShare: most }: NeighbourhoodSettings,
) {
	const weight = links.reduce((sum, link) => sum + link.weight, 0);
	const linkShare = most * (1 - Math.exp(-weight));
	return {
		liked: support > 0 ? (likedShare * support) / (support + halfSupport) : 0,
		linkShare,
		links: links.map(({ to, reason, weight: own }) => ({
			to,
			reason,
			chance: (linkShare * own) / weight,
		})),
	};
}

/** The links of every title. */
export function linksByTitle(links: readonly TitleLink[], size: number): LinkFrom[][] {
	const rows = Array.from({ length: size }, (): LinkFrom[] => []);
	for (const { a, b, weight, reason } of links) {
		rows[a]?.push({ to: b, weight, reason });
		rows[b]?.push({ to: a, weight, reason });
	}
	return rows;
}
