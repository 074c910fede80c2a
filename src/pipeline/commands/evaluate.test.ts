import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withDataFolder, type DataRows } from '#tests/support/data-folder.ts';
import { UsageError } from '../command.ts';
import { createTerminal } from '../terminal.ts';
import { command } from './evaluate.ts';

const TITLES = 60;
/** User u watched the titles of the own colour, of which the user's own is withheld where measured. */
function checkerboard(): DataRows {
	const users = Array.from({ length: 40 }, (_, user) => user);
	const splitOf = (user: number) => (user < 30 ? 'train' : user < 35 ? 'validation' : 'test');
	const titles = Array.from({ length: TITLES }, (_, title) => title);
	const withheld = (split: string) =>
		users.filter((user) => splitOf(user) === split).map((user) => `${user},${1000 + user}`);
	return {
		corpus: titles.map((title) => `${1000 + title},15,${title},2001-01-01`),
		sources: ['crawl,2016-09-30'],
		users: users.map((user) => `${user},crawl,${splitOf(user)}`),
		profiles: users.flatMap((user) =>
			titles
				.filter((title) => title % 2 === user % 2)
				.map((title) => `${user},${1000 + title},8,completed`),
		),
		validationWithheld: withheld('validation'),
		testWithheld: withheld('test'),
	};
}

function recordingTerminal() {
	const out: string[] = [];
	const err: string[] = [];
	const into = (lines: string[]) => ({ write: (text: string) => lines.push(text) > 0 });
	return { terminal: createTerminal(into(out), into(err)), out, err };
}

const run = async (...args: string[]) => {
	const recorded = recordingTerminal();
	const status = await command.run(args, recorded.terminal, new AbortController().signal);
	return { status, out: recorded.out.join(''), err: recorded.err.join('') };
};

describe('evaluate', () => {
	test('measures the models asked for and writes both files where --out says', async () => {
		await withDataFolder(checkerboard(), async (data) => {
			const out = join(data, 'results');
			const models = 'popularity,item-knn';
			const { status, out: printed } = await run(
				'--data',
				data,
				'--models',
				models,
				'--out',
				out,
				'--cold',
			);
			expect(status).toBe(0);
			// The one title of the own colour that is left comes first for item kNN.
			expect(printed).toMatch(/item kNN \(cosine, 50\) \| +1\.0000 \|/);
			const report = JSON.parse(await readFile(join(out, 'evaluation.json'), 'utf8'));
			expect(report.data).toMatchObject({ split: 'test', users: 5, trainUsers: 30, items: TITLES });
			expect(report.models).toHaveLength(2);
			expect(report.ratings.map(({ name }: { name: string }) => name)).toEqual([
				'own-mean',
				'rating-biases',
			]);
			// Everybody gives 8.
			expect(report.ratings[0].meanAbsoluteError.mean).toBe(0);
			// Neither model can do without lists of a title; what they are compared with can.
			expect(report.cold.titlesInFold).toBe(TITLES / 20);
			expect(report.cold.targets.list.models).toHaveLength(1);
			const page = await readFile(join(out, 'evaluation.md'), 'utf8');
			expect(page).toContain('# Evaluation');
			const [plot] = page.match(/evaluation\/ndcg\.svg/) ?? [''];
			expect(await readFile(join(out, plot), 'utf8')).toContain('<svg');
		});
	});

	test('measures fewer users of another split and writes nothing unasked', async () => {
		await withDataFolder(checkerboard(), async (data) => {
			const options = ['--data', data, '--models', 'popularity', '--split', 'validation'];
			const { status, err } = await run(...options, '--users', '2');
			expect(status).toBe(0);
			expect(err).toContain('2 users');
			expect(err).not.toContain('Wrote');
		});
	});

	test('names a bundle that is not there and goes on, as long as anything is left', async () => {
		await withDataFolder(checkerboard(), async (data) => {
			const evaluating = (models: string) =>
				run('--data', data, '--models', models, '--bundle', data);
			const { status, err, out } = await evaluating('popularity,sprout');
			expect([status, err]).toEqual([0, expect.stringContaining('is not measured')]);
			expect(out).toContain('popularity');
			expect(await evaluating('sprout')).toMatchObject({ status: 1, out: '' });
		});
	});

	test('explains a missing folder and wrong options', async () => {
		const { status, err } = await run('--data', 'no-such-folder');
		expect(status).toBe(1);
		expect(err).toContain('missing');
		await expect(run()).rejects.toThrow(UsageError);
		await expect(run('--data', 'x', '--split', 'train')).rejects.toThrow('test or validation');
		await expect(run('--data', 'x', '--users', 'many')).rejects.toThrow('--users');
		await expect(run('--data', 'x', '--models', 'oracle')).rejects.toThrow('oracle');
	});
});
