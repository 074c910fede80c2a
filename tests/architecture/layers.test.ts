import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Planted violations: a file of a layer, a line it may not hold, and the word its message must have. */
const PLANTED = [
	['src/core/planted.ts', "import '#learn/interactions.ts';", 'core imports only core'],
	['src/core/npm.ts', "import 'valibot';", 'core imports only core'],
	['src/core/clock.ts', 'export const at = Date.now();', 'core has no clock'],
	['src/core/dice.ts', 'export const roll = Math.random();', 'core is deterministic'],
	['src/core/net.ts', "export const got = fetch('/');", 'fetch'],
	['src/learn/planted.ts', "import 'node:fs';", 'learn trains without I/O'],
	['src/files/planted.ts', "import '#ui/shared/button.ts';", 'files parses'],
	['src/files/npm.ts', "import 'valibot';", 'files parses'],
	['src/ui/planted.ts', "import '#server/bundle.ts';", 'ui gets its data through props'],
	['src/ui/shared/planted.ts', "import '#ui/recommend/row.ts';", 'know no domain'],
	['src/server/planted.ts', "import '#ui/shared/button.ts';", 'server knows nothing of pages'],
	['src/pipeline/planted.ts', "import 'svelte';", 'runs without the web app'],
	['src/routes/planted.ts', "import '#pipeline/csv.ts';", 'routes parse'],
	['src/core/later.ts', "export const f = () => import('#server/bundle.ts');", 'core imports only'],
	['src/core/type.ts', "export type T = import('#server/bundle.ts').T;", 'consistent-type-imports'],
	['src/core/day.ts', 'export const day = new Date();', 'core has no clock'],
	['src/core/place.ts', 'export const place = navigator.language;', 'navigator'],
	['src/core/dodge.ts', 'export const time = globalThis.performance;', 'globalThis'],
	['src/core/math/climb.ts', "import '../../server/bundle.ts';", 'core imports only core'],
	['src/learn/npm.ts', "import 'valibot';", 'learn trains without I/O'],
	['src/learn/clock.ts', 'export const at = Date.now();', 'learn has no clock'],
	['src/learn/dice.ts', 'export const roll = Math.random();', 'learn is deterministic'],
	['src/learn/climb.ts', "import '../pipeline/csv.ts';", 'learn trains without I/O'],
	['src/files/net.ts', "export const got = fetch('/');", 'fetch'],
	['src/files/climb.ts', "import '../server/bundle.ts';", 'files parses'],
	['src/ui/recommend/climb.ts', "import '../../server/bundle.ts';", 'ui gets its data'],
	['src/ui/shared/climb.ts', "import '../recommend/row.ts';", 'know no domain'],
	['src/server/climb.ts', "import '../pipeline/csv.ts';", 'server knows nothing of pages'],
	['src/server/api/climb.ts', "import '../../ui/row.ts';", 'server knows nothing of pages'],
	['src/pipeline/climb.ts', "import '../ui/row.ts';", 'runs without the web app'],
	['src/pipeline/fixture.ts', "import '#tests/support/site.ts';", 'runs without the web app'],
	['src/routes/rate/climb.ts', "import '../../pipeline/csv.ts';", 'routes parse'],
	['src/atlas/planted.ts', "import '#ui/shared/button.ts';", 'atlas lays the map out'],
	['src/atlas/layout/io.ts', "import 'node:fs';", 'atlas lays the map out'],
	['src/atlas/climb.ts', "import '../learn/interactions.ts';", 'atlas lays the map out'],
	['src/atlas/dice.ts', 'export const roll = Math.random();', 'atlas is deterministic'],
	['src/atlas/clock.ts', 'export const at = Date.now();', 'atlas has no clock'],
	['src/server/map.ts', "import '#atlas/atlas-data.ts';", 'server knows nothing of pages'],
	['src/core/map.ts', "import '#atlas/atlas-data.ts';", 'core imports only core'],
	['src/learn/map.ts', "import '#atlas/atlas-data.ts';", 'learn trains without I/O'],
	['src/pipeline/loud.ts', "console.log('hello');", 'no-console'],
] as const;

/** Imports that the architecture allows. */
const ALLOWED = [
	['src/learn/fine.ts', "import '#core/rank/match.ts';"],
	['src/files/fine.ts', "import 'sax';\nimport '#core/rank/match.ts';"],
	['src/ui/fine.ts', "import '#files/match.ts';\nimport '#core/rank/match.ts';"],
	['src/pipeline/fine.ts', "import '#learn/interactions.ts';\nimport 'node:fs';"],
	['src/core/rank/fine.ts', "import '../catalogue/anime.ts';\nimport './match.ts';"],
	['src/learn/ease/fine.ts', "import '../kernels/kernels.ts';\nimport '#learn/interactions.ts';"],
	['src/routes/rate/fine.ts', "import '#server/services.ts';\nimport '#ui/row.ts';"],
	['src/atlas/fine.ts', "import '#core/rank/match.ts';\nimport './layout/affinities.ts';"],
	['src/ui/atlas/fine.ts', "import '#atlas/atlas-data.ts';"],
	['src/pipeline/map.ts', "import '#atlas/layout/affinities.ts';"],
	['src/server/fine.ts', "import 'node:fs';\nimport '#core/rank/match.ts';"],
] as const;

describe('the layer rules', () => {
	let folder: string;
	let findings: Map<string, string>;

	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'sprout-layers-'));
		cpSync('.oxlintrc.json', join(folder, '.oxlintrc.json'));
		for (const [path, line] of [...PLANTED, ...ALLOWED]) {
			mkdirSync(join(folder, dirname(path)), { recursive: true });
			writeFileSync(join(folder, path), `${line}\n`);
		}
		findings = lint(folder);
	});

	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it.each(PLANTED)('reports %s: %s', (path, _line, message) => {
		expect(findings.get(path) ?? '').toContain(message);
	});

	it.each(ALLOWED)('accepts %s', (path) => {
		expect(findings.get(path) ?? '').toBe('');
	});
});

/** Findings of the linter by file. */
function lint(folder: string): Map<string, string> {
	const found = new Map<string, string>();
	for (const { filename, code, message, help } of runLinter(folder)) {
		const text = `${code} ${message} ${help ?? ''}\n`;
		found.set(filename, (found.get(filename) ?? '') + text);
	}
	return found;
}

interface Diagnostic {
	filename: string;
	code: string;
	message: string;
	help?: string;
}

function runLinter(folder: string): Diagnostic[] {
	const linter = join(process.cwd(), 'node_modules/oxlint/bin/oxlint');
	try {
		execFileSync(process.execPath, [linter, '--format=json', '.'], { cwd: folder });
		return [];
	} catch (error) {
		// Findings make the linter fail; anything else is a failure of this test.
		const { stdout } = error as { stdout?: Buffer };
		if (!stdout) throw error;
		return JSON.parse(stdout.toString()).diagnostics;
	}
}
