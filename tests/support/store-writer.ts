import { createStore } from '#server/store/create-store.ts';
import { datedList } from './site-list.ts';

/*
 * A process for a test to kill: it puts lists into the store of a folder, one after the other and for ever, and
 * writes the number of each as soon as it is stored.
 */
const [, , dataDir = ''] = process.argv;
const store = await createStore({ dataDir, now: Date.now, warn: () => process.exit(1) });
for (let number = 0; ; number++) {
	await store.lists.put('mal', `user-${number}`, datedList(500, Date.now()));
	process.stdout.write(`${number}\n`);
}
