import * as v from 'valibot';
import type { RelationKind } from '#core/catalogue/catalogue.ts';
import type { StatedRelation } from '#core/catalogue/related-pairs.ts';
import { positiveInteger, readCsvRecords } from '#pipeline/csv-records.ts';
import type { CsvOptions } from '#pipeline/csv.ts';

/** Episode numbers of one title that continue in another: nearly always a sequel, but not said to be one. */
const REDIRECT = 'Sequel(ep-redirect)';

const KINDS = {
	Sequel: 'sequel',
	[REDIRECT]: 'sequel',
	Prequel: 'prequel',
	'Parent story': 'parent-story',
	'Side story': 'side-story',
	'Full story': 'full-story',
	Summary: 'summary',
	'Alternative version': 'alternative-version',
	'Alternative setting': 'alternative-setting',
	'Spin-off': 'spin-off',
	Character: 'character',
	Other: 'other',
	Related: 'related',
} as const satisfies Record<string, RelationKind>;

const RelationSchema = v.object({
	from_mal: positiveInteger,
	to_mal: positiveInteger,
	relation: v.pipe(
		v.string(),
		v.check((name) => Object.hasOwn(KINDS, name), 'an unknown relation'),
	),
});

/** Reads `relations.csv`; titles are MyAnimeList ids. @throws DataFileError when the file is missing or damaged */
export async function readRelations(path: string, options?: CsvOptions): Promise<StatedRelation[]> {
	const relations: StatedRelation[] = [];
	await readCsvRecords(
		path,
		RelationSchema,
		({ from_mal: from, to_mal: to, relation }, line) => {
			if (from === to) {
				options?.onBroken?.(line, `title ${from} is related to itself`);
				return;
			}
			const kind = KINDS[relation as keyof typeof KINDS]; // the schema lets no other name pass
			relations.push({ from, to, kind, inferred: relation === REDIRECT });
		},
		options,
	);
	return relations;
}
