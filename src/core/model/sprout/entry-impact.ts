import type { LeftOut } from '../recommender.ts';

/**
 * How much of a list of recommendations each entry is answerable for, summing to 1: its share of all absolute
 * contributions to the titles that were explained. All 0 where no entry moves anything.
 *
 * @param entries n, the entries of the list
 */
export function entryImpact({ contributions }: Pick<LeftOut, 'contributions'>, entries: number) {
	const impact = new Float64Array(entries);
	contributions.forEach((contribution, at) => {
		const entry = at % entries;
		impact[entry] = (impact[entry] ?? 0) + Math.abs(contribution);
	});
	const whole = impact.reduce((sum, own) => sum + own, 0);
	return whole === 0 ? impact : impact.map((own) => own / whole);
}
