/** Lists in compressed rows: the entries of user u lie at `offsets[u] … offsets[u + 1] − 1`. */
export interface LikedLists {
	readonly userCount: number;
	readonly itemCount: number;
	readonly offsets: Uint32Array;
	readonly items: Uint16Array;
	/** 1–100, 0 = not scored. */
	readonly scores: Uint8Array;
}

/** How much somebody likes two titles at once, summed over everybody, and normalised by how much each is liked. */
export interface CoLikes {
	readonly size: number;
	/** Lists that like each title. */
	readonly support: Uint32Array;
	/** Σ over all other titles of the raw weight w, which `row` divides by. */
	readonly strength: Float64Array;
	/** Writes w_ij / √(s_i · s_j) for every j; its own place holds 0. `raw` leaves the division out. */
	row(title: number, out: Float64Array, raw?: boolean): void;
}

/** How much a score of 6 to 10 says that a title is liked, as the reference weighs it; less than 6 says nothing. */
const LIKING_BY_SCORE = [0.5, 3.3, 6.5, 9.1, 10.1] as const;
/** An entry without a score: somebody kept it, which is what most scores below the usual one say too. */
const LIKING_WITHOUT_SCORE = 2;
const LEAST_SCORE = 6;

/** How much an entry says that its title is liked; scores are points of 100. */
export function likingOf(score: number): number {
	if (score === 0) return LIKING_WITHOUT_SCORE;
	return LIKING_BY_SCORE[Math.floor(score / 10) - LEAST_SCORE] ?? 0;
}

/**
 * Counts liked pairs without storing any: raw weights are w_ij = Σ_u d_u · l_ui · l_uj with d_u = (liked titles of
 * u)^−`damping`, so that a collector counts no more than others. Strengths s_i follow from one pass over the
 * lists; a row is one walk over the lists of its title.
 *
 * @param damping 0 counts pairs, 1 gives every list the same say for a title; ½ was best
 */
export function coLikes(lists: LikedLists, damping = 0.5): CoLikes {
	const { userCount, itemCount: size, offsets, items, scores } = lists;
	const liking = Float32Array.from(scores, likingOf);
	const support = new Uint32Array(size);
	const strength = new Float64Array(size);
	const userWeight = new Float64Array(userCount);
	for (let user = 0; user < userCount; user++) {
		const [start, end] = [offsets[user] ?? 0, offsets[user + 1] ?? 0];
		let [count, sum] = [0, 0];
		for (let at = start; at < end; at++) {
			const own = liking[at] ?? 0;
			sum += own;
			if (own > 0) count++;
		}
		const weight = count > 0 ? count ** -damping : 0;
		userWeight[user] = weight;
		for (let at = start; at < end; at++) {
			const own = liking[at] ?? 0;
			if (own === 0) continue;
			const title = items[at] ?? 0;
			support[title] = (support[title] ?? 0) + 1;
			strength[title] = (strength[title] ?? 0) + weight * own * (sum - own);
		}
	}
	const byTitle = listsByTitle(lists, liking, support);
	return {
		size,
		support,
		strength,
		row(title, out, raw = false) {
			out.fill(0);
			const last = byTitle.offsets[title + 1] ?? 0;
			for (let k = byTitle.offsets[title] ?? 0; k < last; k++) {
				const user = byTitle.users[k] ?? 0;
				const own = (userWeight[user] ?? 0) * (byTitle.liking[k] ?? 0);
				const end = offsets[user + 1] ?? 0;
				for (let at = offsets[user] ?? 0; at < end; at++) {
					const other = items[at] ?? 0;
					out[other] = (out[other] ?? 0) + own * (liking[at] ?? 0);
				}
			}
			out[title] = 0;
			if (raw) return;
			const ownStrength = strength[title] ?? 0;
			for (let other = 0; other < size; other++) {
				const value = out[other] ?? 0;
				if (value > 0) out[other] = value / Math.sqrt(ownStrength * (strength[other] ?? 0));
			}
		},
	};
}

/** The lists that like each title, and how much. */
function listsByTitle(
	{ userCount, itemCount, offsets: rows, items }: LikedLists,
	likings: Float32Array,
	support: Uint32Array,
) {
	const offsets = new Uint32Array(itemCount + 1);
	for (let title = 0; title < itemCount; title++) {
		offsets[title + 1] = (offsets[title] ?? 0) + (support[title] ?? 0);
	}
	const total = offsets[itemCount] ?? 0;
	const users = new Uint32Array(total);
	const liking = new Float32Array(total);
	const next = offsets.slice();
	for (let user = 0; user < userCount; user++) {
		for (let at = rows[user] ?? 0; at < (rows[user + 1] ?? 0); at++) {
			if (!likings[at]) continue;
			const title = items[at] ?? 0;
			const place = next[title] ?? 0;
			next[title] = place + 1;
			users[place] = user;
			liking[place] = likings[at] ?? 0;
		}
	}
	return { offsets, users, liking };
}
