import { describe, expect, it } from 'vitest';
import { memoryStorage } from '#tests/support/memory-storage.ts';
import { createAddedEntries, MAX_ADDED, MAX_USERS } from './added-entries.ts';

const ann = { site: 'anilist', name: 'Ann' } as const;
const seen = (malId: number) => ({ malId, score: 80, status: 'completed' as const });

describe('entries added to a list on another site', () => {
	it('are kept for the user, however the name is written', () => {
		const storage = memoryStorage();
		const added = createAddedEntries(() => storage, ann);
		expect(added.load()).toEqual([]);
		expect(added.save([seen(1), seen(2)])).toBe(true);
		const again = createAddedEntries(() => storage, { site: 'anilist', name: 'ANN' });
		expect(again.load()).toEqual([seen(1), seen(2)]);
		expect(createAddedEntries(() => storage, { site: 'mal', name: 'Ann' }).load()).toEqual([]);
	});

	it('of a list that nothing is added to any more are forgotten', () => {
		const storage = memoryStorage();
		const added = createAddedEntries(() => storage, ann);
		added.save([seen(1)]);
		added.save([]);
		expect(storage.getItem('sprout:added')).toBe('{"version":1,"users":[]}');
	});

	it('are bounded, for each list and in their number', () => {
		const storage = memoryStorage();
		const added = createAddedEntries(() => storage, ann);
		added.save([seen(1)]);
		expect(added.save(Array.from({ length: MAX_ADDED + 1 }, (_, at) => seen(at + 1)))).toBe(false);
		expect(added.load()).toEqual([seen(1)]);
		for (let user = 0; user < MAX_USERS; user++) {
			createAddedEntries(() => storage, { site: 'mal', name: `u${user}` }).save([seen(9)]);
		}
		expect(added.load()).toEqual([]);
		expect(createAddedEntries(() => storage, { site: 'mal', name: 'u0' }).load()).toHaveLength(1);
	});
});
