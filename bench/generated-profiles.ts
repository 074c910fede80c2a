import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createRng, type Rng } from '../src/core/math/rng.ts';

/** A catalogue's worth of titles. */
const TITLES = 30_000;
/** Ids of MyAnimeList have gaps. */
const ID_STEP = 2;
/** Few titles are on most lists: position = draw ^ skew. */
const SKEW = 3;
const STATUSES = ['', '', '', 'completed', 'watching', 'on_hold', 'dropped', 'plan_to_watch'];
const USERS_PER_WRITE = 500;

/** Writes a made-up profiles file, the same for the same numbers, a block of users at a time. */
export async function writeGeneratedProfiles(
	path: string,
	{ users, entriesEach, seed }: { users: number; entriesEach: number; seed: number },
): Promise<void> {
	const rng = createRng(seed);
	const file = createWriteStream(path);
	file.write('user,mal_id,score,status\n');
	for (let from = 1; from <= users; from += USERS_PER_WRITE) {
		const rows: string[] = [];
		for (let user = from; user < Math.min(from + USERS_PER_WRITE, users + 1); user++) {
			for (const title of drawTitles(rng, entriesEach)) {
				const status = STATUSES[rng.below(STATUSES.length)];
				rows.push(`${user},${1 + title * ID_STEP},${rng.below(11)},${status}\n`);
			}
		}
		if (!file.write(rows.join(''))) await once(file, 'drain');
	}
	file.end();
	await finished(file);
}

function drawTitles(rng: Rng, count: number): Set<number> {
	const titles = new Set<number>();
	while (titles.size < count) titles.add(Math.floor(TITLES * rng.next() ** SKEW));
	return titles;
}
