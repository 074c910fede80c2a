import { mkdir, writeFile } from 'node:fs/promises';
import { readRunOrigin, type RunOrigin } from '../src/pipeline/evaluation/run-origin.ts';
import { createTerminal } from '../src/pipeline/terminal.ts';
import type { Measurement } from './measurement.ts';

/** Every benchmark; `npm run bench -- site` runs one. */
const BENCHMARKS: Record<string, () => Promise<{ run: () => Promise<Measurement[]> }>> = {
	search: () => import('./search.ts'),
	model: () => import('./model.ts'),
	ranking: () => import('./ranking.ts'),
	profile: () => import('./profile.ts'),
	dataset: () => import('./dataset.ts'),
	serving: () => import('./serving.ts'),
	site: () => import('./site.ts'),
	lists: () => import('./lists.ts'),
	atlas: () => import('./atlas.ts'),
	map: () => import('./map.ts'),
};

const RESULTS = 'bench/results';

/** Ratios are reference ÷ median: above 1, ours is the faster. */
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

function describe({ commit, date, node, cores, processor, memoryGiB }: RunOrigin): string {
	return `Commit ${commit}, ${date}, Node ${node}, ${cores} cores of ${processor}, ${memoryGiB} GiB.`;
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
	const origin = await readRunOrigin(new Date());
	let exceeded = 0;
	for (const name of wanted) {
		const rows = (await (await BENCHMARKS[name]?.())?.run()) ?? [];
		exceeded += rows.filter(({ median, limit }) => limit !== undefined && median > limit).length;
		const text = table(rows);
		terminal.print(`\n${name}\n\n${text}`);
		await writeFile(`${RESULTS}/${name}.json`, `${JSON.stringify({ origin, rows }, null, '\t')}\n`);
		await writeFile(`${RESULTS}/${name}.md`, `# ${name}\n\n${describe(origin)}\n\n${text}\n`);
	}
	return exceeded === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
