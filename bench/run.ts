import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { createTerminal } from '../src/pipeline/terminal.ts';
import type { Measurement } from './measurement.ts';

/** Every benchmark; `npm run bench -- site` runs one. */
const BENCHMARKS: Record<string, () => Promise<{ run: () => Promise<Measurement[]> }>> = {
	search: () => import('./search.ts'),
	model: () => import('./model.ts'),
	ranking: () => import('./ranking.ts'),
	site: () => import('./site.ts'),
};

const RESULTS = 'bench/results';

function machine() {
	const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
	const cores = cpus();
	return {
		commit,
		node: process.version,
		processor: cores[0]?.model ?? 'unknown',
		cores: cores.length,
		memoryGiB: Math.round(totalmem() / 2 ** 30),
	};
}

function table(rows: readonly Measurement[]): string {
	const number = (value: number) => value.toPrecision(3);
	const lines = rows.map(({ name, median, unit, limit, reference, note }) => {
		const against = reference
			? `${reference.name}: ${number(reference.median)} ${unit}, ratio ${number(reference.median / median)}`
			: '';
		const bound =
			limit === undefined ? '' : `${limit} ${unit}${median > limit ? ' **exceeded**' : ''}`;
		return `| ${name} | ${number(median)} ${unit} | ${bound} | ${against} | ${note ?? ''} |`;
	});
	return ['| what | median | limit | reference | note |', '|---|---|---|---|---|', ...lines].join(
		'\n',
	);
}

async function main(names: readonly string[]): Promise<number> {
	const terminal = createTerminal(process.stdout, process.stderr);
	const wanted = names.length > 0 ? names : Object.keys(BENCHMARKS);
	const unknown = wanted.filter((name) => !Object.hasOwn(BENCHMARKS, name));
	if (unknown.length > 0) {
		terminal.warn(
			`No benchmark ${unknown.join(', ')}; there are ${Object.keys(BENCHMARKS).join(', ')}.`,
		);
		return 2;
	}
	await mkdir(RESULTS, { recursive: true });
	const facts = machine();
	let exceeded = 0;
	for (const name of wanted) {
		const rows = (await (await BENCHMARKS[name]?.())?.run()) ?? [];
		exceeded += rows.filter(({ median, limit }) => limit !== undefined && median > limit).length;
		const text = table(rows);
		terminal.print(`\n${name}\n\n${text}`);
		await writeFile(
			`${RESULTS}/${name}.json`,
			`${JSON.stringify({ machine: facts, rows }, null, '\t')}\n`,
		);
		const origin = `Commit ${facts.commit}, Node ${facts.node}, ${facts.cores} cores of ${facts.processor}, ${facts.memoryGiB} GiB.`;
		await writeFile(`${RESULTS}/${name}.md`, `# ${name}\n\n${origin}\n\n${text}\n`);
	}
	return exceeded === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
