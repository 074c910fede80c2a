import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordedTerminal } from '#tests/support/recorded-terminal.ts';
import {
	isTest,
	ownColour,
	trainingRows,
	withTrainingFolder,
} from '#tests/support/training-folder.ts';
import { UsageError } from '../command.ts';
import { command } from './train.ts';

const NEVER = new AbortController().signal;

let place: string;
beforeEach(async () => void (place = await mkdtemp(join(tmpdir(), 'sprout-train-'))));
afterEach(() => rm(place, { recursive: true }));

/** Trains on a small folder; `--work` and `--out` lie in `place`. */
async function run(folder: string, args: string[] = [], signal = NEVER) {
	const { terminal, printed, warned } = recordedTerminal();
	const [out, work] = [join(place, 'out'), join(place, 'work')];
	const own = ['--data', folder, '--out', out, '--work', work];
	const status = await command.run([...own, ...args], terminal, signal);
	const names = (await readdir(out)).sort();
	const files = await Promise.all(names.map((name) => readFile(join(out, name), 'base64')));
	const models = files.filter((_, at) => names[at]?.endsWith('.safetensors'));
	return { status, names, files, models, printed: printed(), warned: warned() };
}

const onColours = <T>(use: (folder: string) => Promise<T>, entry = ownColour) =>
	withTrainingFolder(trainingRows(entry), use);

describe('sprout train', { timeout: 60_000 }, () => {
	it('writes the same files whatever the threads, and nothing is done twice', async () => {
		await onColours(async (folder) => {
			const first = await run(folder, ['--threads', '1']);
			expect(first.status).toBe(0);
			expect(first.names).toEqual([
				'model-loss.svg',
				'model-small-loss.svg',
				'model-small.safetensors',
				'model.safetensors',
				'training.json',
			]);
			expect(first.printed).toMatch(/Item-item models +[\d.]+ s in 10 steps\n/);
			expect(first.printed).toMatch(/peak memory +0\.\d\d GB/);
			const again = await run(folder);
			expect(again.warned).toContain('25 of 25 steps are done already');
			const fresh = await run(folder, ['--threads', '2', '--fresh']);
			expect(fresh.warned).not.toContain('done already');
			expect([again.files, fresh.files]).toEqual([first.files, first.files]);
		});
	});

	it('learns of each fold from the others alone', async () => {
		await onColours(async (folder) => {
			await run(folder, ['--threads', '1']);
			const results = (await readdir(join(place, 'work'))).map((name) => name.split('.')[0]);
			for (const part of ['presence', 'rating', 'model-autoencoder', 'model-small-autoencoder']) {
				const names = [0, 1, 2, 3].map((fold) => `${part}-without-${fold}`);
				expect(results).toEqual(expect.arrayContaining([part, ...names]));
			}
		});
	});

	it('learns nothing from users of test, nor from plans', async () => {
		const train = (entry: typeof ownColour) =>
			onColours(async (folder) => (await run(folder, ['--threads', '1'])).models, entry);
		const models = await train(ownColour);
		const othersChanged = await train((user, title) =>
			isTest(user) ? `${user},${title},1,dropped` : ownColour(user, title),
		);
		expect(othersChanged).toEqual(models);
		const planning = await train(
			(user, title) => ownColour(user, title) ?? `${user},${title},0,plan_to_watch`,
		);
		expect(planning).toEqual(models);
	});

	it('trains anew on other data', async () => {
		const before = await onColours((folder) => run(folder, ['--threads', '1']));
		const entry: typeof ownColour = (user, title) =>
			user === 1 ? `1,${title},8,completed` : ownColour(user, title);
		const after = await onColours((folder) => run(folder, ['--threads', '1']), entry);
		expect(after.warned).not.toContain('done already');
		expect(after.files).not.toEqual(before.files);
	});

	it('removes only what is its own', async () => {
		await onColours(async (folder) => {
			await mkdir(join(place, 'work'));
			await writeFile(join(place, 'work', 'diary.txt'), 'mine');
			await run(folder, ['--threads', '1', '--fresh']);
			expect(await readdir(join(place, 'work'))).toContain('diary.txt');
			await writeFile(join(place, 'out', 'diary.txt'), 'mine');
			const { status, warned } = await run(folder, ['--threads', '1']);
			expect([status, warned]).toEqual([1, expect.stringMatching(/holds diary\.txt/)]);
		});
	});

	it.each(['1', '2'])(
		'fails with a sentence where data is missing, %s threads',
		async (threads) => {
			await onColours(async (folder) => {
				await run(folder, ['--threads', threads]);
				await rm(join(folder, 'relations.csv'));
				const { status, warned } = await run(folder, ['--threads', threads]);
				expect([status, warned]).toEqual([1, expect.stringMatching(/relations\.csv is missing/)]);
			});
		},
	);

	it.each(['1', '2'])(
		'fails with a sentence where data is damaged, %s threads',
		async (threads) => {
			await onColours(async (folder) => {
				await run(folder, ['--threads', threads]);
				await writeFile(join(folder, 'users.csv'), 'name\n');
				const { status, warned } = await run(folder, ['--threads', threads]);
				expect([status, warned]).toEqual([1, expect.stringMatching(/users\.csv/)]);
			});
		},
	);

	it('stops when it is asked to', async () => {
		await onColours(async (folder) => {
			await expect(run(folder, [], AbortSignal.abort())).rejects.toThrow(/abort/);
		});
	});

	it.each([
		['no data folder named', [], /--data/],
		['a folder that is not there', ['--data', 'no-such-folder'], /no folder no-such-folder/],
		['no thread', ['--data', '.', '--threads', '0'], /--threads .* not "0"/],
		['threads that are no number', ['--data', '.', '--threads', 'all'], /"all"/],
		['an unknown option', ['--dta', '.'], /--dta/],
	])('explains wrong usage: %s', async (_, args, message) => {
		const refused = command.run(args, recordedTerminal().terminal, NEVER);
		await expect(refused).rejects.toThrow(message);
		await expect(refused).rejects.toBeInstanceOf(UsageError);
	});
});
