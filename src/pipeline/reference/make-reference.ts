import { join } from 'node:path';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { REFERENCE_FORMAT, type ReferenceFile } from '#core/analytics/reference/reference-file.ts';
import { readUserEntries } from '../dataset/user-entries.ts';
import { readSources, readUsers } from '../dataset/users.ts';
import { ReferenceCounter } from './count-lists.ts';
import { titleRegions, type TitleSpace } from './title-regions.ts';

/**
 * Counts the lists of the `train` users of a data folder, and cuts the model's item space into regions. The same
 * data and model make the same figures.
 *
 * @throws DataFileError when a file is missing or unreadable
 */
export async function makeReference(
	folder: string,
	catalogue: Catalogue,
	model: TitleSpace,
	signal: AbortSignal,
): Promise<ReferenceFile> {
	const options = { signal };
	const sources = await readSources(join(folder, 'evaluation', 'sources.csv'), options);
	const users = await readUsers(join(folder, 'users.csv'), sources, options);
	const counter = new ReferenceCounter(catalogue);
	const isKnown = (user: number) => users.get(user)?.split === 'train';
	const lists = await readUserEntries(join(folder, 'profiles.csv.gz'), isKnown, options);
	for (const list of lists) counter.add(list);
	const counts = counter.finish();
	const { left, right, regionOf } = titleRegions(catalogue, model);
	let malId = 0;
	return {
		format: REFERENCE_FORMAT,
		kind: 'reference',
		...counts,
		regions: {
			left,
			right,
			regionOf: counts.malIdSteps.map((step) => {
				malId += step;
				return regionOf[catalogue.indexOf(malId) ?? 0] ?? 0;
			}),
		},
	};
}
