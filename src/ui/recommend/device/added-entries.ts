import * as v from 'valibot';
import { LIST_STATUSES, MAX_SCORE, type ListEntry } from '#core/profile/list-entry.ts';
import { LIST_SITES } from '#core/profile/site-list.ts';
import type { SiteUser } from '#core/profile/site-user.ts';
import { createStoredValue, type OwnStorage, type StoredValue } from './stored-value.ts';

/** What may be added to one list on another site; who has more to add changes the list there. */
export const MAX_ADDED = 500;
/** Lists that are added to, at most; the one that was added to longest ago goes first. */
export const MAX_USERS = 20;

const KEY = 'sprout:added';

const entrySchema = v.object({
	malId: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000)),
	score: v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(MAX_SCORE))),
	status: v.picklist(LIST_STATUSES),
});
const addedSchema = v.object({
	version: v.literal(1),
	/** The list that was added to last stands last. */
	users: v.pipe(
		v.array(
			v.object({
				site: v.picklist(LIST_SITES),
				name: v.pipe(v.string(), v.maxLength(100)),
				entries: v.pipe(v.array(entrySchema), v.maxLength(MAX_ADDED)),
			}),
		),
		v.maxLength(MAX_USERS),
	),
});

/** What a visitor has seen beyond a list on another site, kept in this browser. */
export function createAddedEntries(
	storage: OwnStorage,
	user: SiteUser,
): StoredValue<readonly ListEntry[]> {
	const stored = createStoredValue({
		storage,
		key: KEY,
		schema: addedSchema,
		initial: { version: 1, users: [] },
	});
	// Sites don't tell upper from lower case in names.
	const name = user.name.toLowerCase();
	const isUser = (other: { site: string; name: string }) =>
		other.site === user.site && other.name === name;
	return {
		key: stored.key,
		load: () => stored.load().users.find(isUser)?.entries ?? [],
		save(entries) {
			if (entries.length > MAX_ADDED) return false;
			const others = stored.load().users.filter((other) => !isUser(other));
			const own = { site: user.site, name, entries: [...entries] };
			const users = entries.length === 0 ? others : [...others, own].slice(-MAX_USERS);
			return stored.save({ version: 1, users });
		},
	};
}
