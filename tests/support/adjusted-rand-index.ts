/**
 * How alike two groupings of the same things are, 1 where they are the same, about 0 by chance (Hubert and Arabie 1985).
 *
 * @param a group of each thing
 * @param b the same of another grouping, as long
 */
export function adjustedRandIndex(a: readonly number[], b: readonly number[]): number {
	const pairs = (count: number) => (count * (count - 1)) / 2;
	const pairsWithin = (keys: readonly string[]) => {
		const counts = new Map<string, number>();
		for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
		return [...counts.values()].reduce((sum, count) => sum + pairs(count), 0);
	};
	const both = pairsWithin(a.map((group, at) => `${group} ${b[at]}`));
	const [own, other] = [pairsWithin(a.map(String)), pairsWithin(b.map(String))];
	const chance = (own * other) / Math.max(1, pairs(a.length));
	const most = (own + other) / 2;
	return most === chance ? 1 : (both - chance) / (most - chance);
}
