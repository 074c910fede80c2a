import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as v from 'valibot';
import { LIST_STATUSES, MAX_SCORE } from '#core/profile/list-entry.ts';
import { SCORE_FORMATS } from '#core/profile/score-format.ts';
import type { SiteList } from '#core/profile/site-list.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Half a million entries; what unpacks to more was not packed here. */
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
/** The quickest: lists shrink to a tenth with it, and hardly further with any other. */
const LEVEL = 1;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const date = v.nullable(v.string());

const listSummary = v.object({
	entries: v.array(
		v.object({
			malId: v.pipe(v.number(), v.integer(), v.minValue(1)),
			score: v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(MAX_SCORE))),
			status: v.picklist(LIST_STATUSES),
			progress: count,
			rewatches: count,
			startedOn: date,
			finishedOn: date,
		}),
	),
	unresolved: count,
	scoreFormat: v.exactOptional(v.picklist(SCORE_FORMATS)),
});

/** A list as it is stored. Packing happens off the event loop; only the JSON of it is made there. */
export function packList({ entries, unresolved, scoreFormat }: SiteList): Promise<Uint8Array> {
	return pack(JSON.stringify({ entries, unresolved, scoreFormat }), { level: LEVEL });
}

/** The list that was packed; null where the bytes are damaged. */
export async function unpackList(payload: Uint8Array): Promise<SiteList | null> {
	let json: unknown;
	try {
		const bytes = await unpack(payload, { maxOutputLength: MOST_UNPACKED_BYTES });
		json = JSON.parse(bytes.toString());
	} catch {
		// Whatever happened to it, it is no list any more; the site still has it.
		return null;
	}
	const result = v.safeParse(listSummary, json);
	return result.success ? result.output : null;
}
