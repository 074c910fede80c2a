import type { Corpus } from '../dataset/corpus.ts';
import type { EvaluationUser } from '../dataset/evaluation-set.ts';

/** What is ranked, and what should be found in it; the data's README defines them. */
export const VIEWS = ['all', 'newFranchise', 'rare', 'planned'] as const;
export type ViewName = (typeof VIEWS)[number];

/** Titles that so many training users have count as rare; with fewer a title says too little to be measured. */
export const RARE_USERS = { min: 15, max: 50 } as const;
/** Users with fewer planned titles are no basis for the check with planned titles. */
export const MIN_PLANNED = 5;

/** One user's share in a view: which items must not be ranked, and which should come first. */
export interface View {
	readonly excluded: Uint8Array;
	readonly relevant: ReadonlySet<number>;
}

/** Items that can't be recommended to a user in any view: what is on the list, and what started too late. */
function baseExclusions(user: EvaluationUser, corpus: Corpus): Uint8Array {
	const excluded = new Uint8Array(corpus.size);
	corpus.startDate.forEach((date, item) => {
		// Partial dates compare as their beginning: a title of 2016 may have started in January.
		if (date > user.collected) excluded[item] = 1;
	});
	for (const item of user.inputItems) excluded[item] = 1;
	return excluded;
}

function exclude(base: Uint8Array, isExcluded: (item: number) => boolean): Uint8Array {
	return base.map((already, item) => (already || isExcluded(item) ? 1 : 0));
}

/**
 * The views of one user; those in which nothing is to be found are left out and the user does not
 * count in them.
 */
export function viewsOf(user: EvaluationUser, corpus: Corpus): Map<ViewName, View> {
	const base = baseExclusions(user, corpus);
	const touched = new Set(Array.from(user.inputItems, (item) => corpus.franchise[item]));
	const isTouched = (item: number) => touched.has(corpus.franchise[item]);
	const isNotRare = (item: number) => {
		const users = corpus.trainUsers[item] ?? 0;
		return users < RARE_USERS.min || users > RARE_USERS.max;
	};
	const without = (drop: (item: number) => boolean): View => ({
		excluded: exclude(base, drop),
		relevant: new Set([...user.withheld].filter((item) => !drop(item))),
	});
	// People plan titles that are only announced; what can't be ranked can't be found either.
	const plans = user.planned.size < MIN_PLANNED ? [] : [...user.planned];
	const planned = new Set(plans.filter((item) => !base[item]));
	const views: [ViewName, View][] = [
		['all', { excluded: base, relevant: user.withheld }],
		['newFranchise', without(isTouched)],
		['rare', without(isNotRare)],
		// What was withheld has been watched: it can't be what is planned.
		['planned', { excluded: exclude(base, (item) => user.withheld.has(item)), relevant: planned }],
	];
	return new Map(views.filter(([, { relevant }]) => relevant.size > 0));
}
