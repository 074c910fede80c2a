import * as v from 'valibot';
import { positiveInteger, readCsvRecords } from '#pipeline/csv-records.ts';
import type { CsvOptions } from '#pipeline/csv.ts';

/** A franchise as a source groups it; members in its watch order, by date. */
export interface StatedFranchise {
	readonly name: string;
	readonly members: readonly StatedMember[];
}

interface StatedMember {
	readonly malId: number;
	readonly type: string;
}

const MemberSchema = v.object({
	franchise: v.pipe(v.string(), v.nonEmpty('a name was expected')),
	mal_id: positiveInteger,
	type: v.string(),
});

/** Reads `franchises.csv`. @throws DataFileError when the file is missing or damaged */
export async function readFranchises(
	path: string,
	options?: CsvOptions,
): Promise<StatedFranchise[]> {
	const groups = new Map<string, StatedMember[]>();
	const seen = new Set<number>();
	await readCsvRecords(
		path,
		MemberSchema,
		({ franchise, mal_id: malId, type }, line) => {
			if (seen.has(malId)) {
				options?.onBroken?.(line, `title ${malId} is in a second franchise`);
				return;
			}
			seen.add(malId);
			const group = groups.get(franchise) ?? [];
			groups.set(franchise, group);
			group.push({ malId, type });
		},
		options,
	);
	return [...groups].map(([name, members]) => ({ name, members }));
}
