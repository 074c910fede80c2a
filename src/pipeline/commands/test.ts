import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { findOrInstallChromium } from '../chromium.ts';
import { parseOptions, type Command } from '../command.ts';
import { runPackage, runProcess } from '../run-process.ts';
import { buildSite } from '../site-build.ts';
import { formatSeconds, type Terminal } from '../terminal.ts';

interface Tally {
	passed: number;
	failed: number;
}

interface Step {
	readonly name: string;
	readonly run: (signal: AbortSignal) => Promise<Tally>;
}

const reportSchema = v.object({ numPassedTests: v.number(), numFailedTests: v.number() });

/** A step that is one check: its exit status decides. */
function check(name: string, run: (signal: AbortSignal) => Promise<number>): Step {
	return {
		name,
		run: async (signal) =>
			(await run(signal)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
	};
}

/** A step that is a run of Vitest: its report counts. A run that breaks before its report is one failure. */
function tests(name: string, projects: readonly string[], folder: string, chromium: string): Step {
	return {
		name,
		async run(signal) {
			const report = join(folder, `${projects.join('-')}.json`);
			const status = await runPackage(
				'vitest/vitest.mjs',
				[
					'run',
					...projects.flatMap((project) => ['--project', project]),
					'--reporter=dot',
					'--reporter=json',
					`--outputFile.json=${report}`,
				],
				{ signal, env: { CHROMIUM_PATH: chromium } },
			);
			const counted = v.safeParse(
				reportSchema,
				JSON.parse(await readFile(report, 'utf8').catch(() => 'null')),
			);
			if (!counted.success) return { passed: 0, failed: 1 };
			const { numPassedTests: passed, numFailedTests } = counted.output;
			// Errors outside any test fail a run without failing a test.
			return { passed, failed: status === 0 ? 0 : Math.max(1, numFailedTests) };
		},
	};
}

async function runSteps(steps: readonly Step[], terminal: Terminal, signal: AbortSignal) {
	const total: Tally = { passed: 0, failed: 0 };
	for (const step of steps) {
		if (signal.aborted) break;
		terminal.warn(`\n▸ ${step.name}`);
		const start = performance.now();
		const { passed, failed } = await step.run(signal);
		total.passed += passed;
		total.failed += failed;
		const seconds = formatSeconds((performance.now() - start) / 1000);
		terminal.warn(`${failed === 0 ? '✓' : '✗'} ${step.name}: ${seconds}`);
	}
	return total;
}

export const command: Command = {
	help: `npm test, or: npm run sprout -- test

Everything that CI runs: formatting, lint and layer rules, types, dead code, the build, unit and
contract tests, tests in Chromium and end-to-end tests against the built site.
CHROMIUM_PATH names a Chromium; without it one is found, or installed on Debian as root.`,

	async run(args, terminal, signal) {
		parseOptions(args, {});
		const chromium = await findOrInstallChromium(signal);
		const folder = await mkdtemp(join(tmpdir(), 'sprout-test-'));
		const npm = (script: string) => () =>
			runProcess('npm', ['run', '--silent', script], { signal });
		try {
			const total = await runSteps(
				[
					check('lint and formatting', npm('lint')),
					check('types', npm('types')),
					check('dead code', npm('knip')),
					check('build', buildSite),
					tests('unit, contracts and browser', ['unit', 'browser'], folder, chromium),
					tests('end to end', ['e2e'], folder, chromium),
					tests('budgets', ['budgets'], folder, chromium),
				],
				terminal,
				signal,
			);
			terminal.print(`${total.passed} passed, ${total.failed} failed`);
			return total.failed === 0 && !signal.aborted ? 0 : 1;
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	},
};
