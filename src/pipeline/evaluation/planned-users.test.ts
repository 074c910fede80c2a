import { expect, test } from 'vitest';
import { withDataFolder, type DataRows } from '#tests/support/data-folder.ts';
import { readDataset } from '../dataset/dataset.ts';
import { plannedUsers } from './planned-users.ts';

test('takes users of both splits who plan five titles or more', async () => {
	const planning = (user: number, count: number) =>
		Array.from({ length: count }, (_, title) => `${user},${10 + title},0,plan_to_watch`);
	const rows: DataRows = {
		corpus: Array.from({ length: 7 }, (_, title) => `${10 + title},20,${title},2001`),
		sources: ['crawl,2016-09-30'],
		users: ['1,crawl,train', '2,crawl,validation', '3,crawl,test', '4,crawl,test'],
		profiles: [1, 2, 3, 4].flatMap((user) => [
			`${user},16,8,completed`,
			...planning(user, user === 4 ? 4 : 5),
		]),
		validationWithheld: ['2,16'],
		testWithheld: ['3,16', '4,16'],
	};
	const users = plannedUsers(await withDataFolder(rows, readDataset));
	expect(users.map(({ user }) => user)).toEqual([2, 3]);
});
