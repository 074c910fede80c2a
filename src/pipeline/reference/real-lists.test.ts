import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { groupList } from '#core/analytics/clusters/group-list.ts';
import { createRng } from '#core/math/rng.ts';
import { readBundle } from '#server/bundle.ts';
import { adjustedRandIndex } from '#tests/support/adjusted-rand-index.ts';
import { describe, expect, it } from 'vitest';
import { isPlanned } from '../dataset/entry-code.ts';
import { readUserEntries } from '../dataset/user-entries.ts';
import { readSources, readUsers } from '../dataset/users.ts';

const DATA = process.env['SPROUT_DATA'] ?? join('..', 'shared', 'data');
const skipped = existsSync(DATA)
	? ''
	: ` (left out: there is no data folder; name one with SPROUT_DATA)`;
const REMOVALS = 10;
/** Lists of fewer titles are made of groups of three: two titles less can dissolve two of them. */
const SHORT = 40;
const SHORTEST = 20;

describe.skipIf(skipped !== '')(`groups of real lists${skipped}`, () => {
	it('stay alike when any 5 % of a list are gone, of short lists nearly always', async () => {
		const { reference } = await readBundle('bundle', []);
		if (!reference) throw new Error('The bundle has no reference figures.');
		const sources = await readSources(join(DATA, 'evaluation', 'sources.csv'));
		const users = await readUsers(join(DATA, 'users.csv'), sources);
		const isKnown = (user: number) => users.get(user)?.split === 'validation';
		const lists = await readUserEntries(join(DATA, 'profiles.csv.gz'), isKnown);
		const rng = createRng(1);
		const indices = lists.flatMap(({ malIds, codes }) => {
			const regions = Array.from(malIds)
				.filter((_, at) => !isPlanned(codes[at] ?? 0))
				.flatMap((malId) => reference.regionOf(malId) ?? []);
			if (regions.length < SHORTEST) return [];
			const before = groupList(reference.regions, regions);
			return Array.from({ length: REMOVALS }, () => {
				const rest = regions.filter(() => rng.next() >= 0.05);
				const after = groupList(reference.regions, rest);
				const groups = ({ groupOf }: typeof before) => rest.map((region) => groupOf[region] ?? -1);
				return {
					isShort: regions.length < SHORT,
					index: adjustedRandIndex(groups(before), groups(after)),
				};
			});
		});
		const long = indices.filter(({ isShort }) => !isShort);
		const short = indices.filter(({ isShort }) => isShort);
		expect(long.length).toBeGreaterThan(1000);
		expect(long.filter(({ index }) => index < 0.8)).toEqual([]);
		expect(short.filter(({ index }) => index < 0.8).length / short.length).toBeLessThan(0.02);
	}, 60_000);
});
