import type { ListEntry } from '#core/profile/list-entry.ts';
import type { Corpus } from '#pipeline/dataset/corpus.ts';
import type { EvaluationUser } from '#pipeline/dataset/evaluation-set.ts';

/** Facts of a made-up corpus by item; titles are 100, 101, … and of one franchise each. */
interface CorpusFacts {
	readonly trainUsers: readonly number[];
	readonly franchise?: readonly number[];
	readonly startDate?: readonly string[];
}

/** A corpus of some titles with the ids 100, 101, … */
export function smallCorpus({ trainUsers, franchise, startDate }: CorpusFacts): Corpus {
	const items = Int32Array.from(trainUsers, (_, item) => 100 + item);
	return {
		size: items.length,
		items,
		position: new Map(Array.from(items, (malId, item) => [malId, item])),
		trainUsers: Uint32Array.from(trainUsers),
		franchise: Int32Array.from(franchise ?? items),
		startDate: startDate ?? trainUsers.map(() => ''),
	};
}

/** Item positions, or entries where their scores matter. */
interface UserFacts {
	readonly user?: number;
	readonly input?: readonly (number | ListEntry)[];
	readonly withheld?: readonly number[];
	readonly withheldScores?: ReadonlyMap<number, number>;
	readonly planned?: readonly number[];
}

/** A user of {@link smallCorpus} whose list was collected in September 2016. */
export function userWith(given: UserFacts): EvaluationUser {
	const input = (given.input ?? []).map((entry) =>
		typeof entry === 'number'
			? ({ malId: 100 + entry, score: null, status: 'completed' } as const)
			: entry,
	);
	return {
		user: given.user ?? 1,
		collected: '2016-09-30',
		input,
		inputItems: Uint16Array.from(input, ({ malId }) => malId - 100),
		withheld: new Set(given.withheld ?? given.withheldScores?.keys()),
		withheldScores: given.withheldScores ?? new Map(),
		planned: new Set(given.planned ?? []),
	};
}
