import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { createTerminal } from './terminal.ts';
import { UsageError, type Command } from './command.ts';
import { KEEP_WASM_CODE } from './node-flags.ts';

// Before any command compiles a kernel; its threads share it.
setFlagsFromString(KEEP_WASM_CODE);

/** Every command of `npm run sprout -- <command>`; each module is loaded only when it is asked for. */
const COMMANDS: Record<string, { summary: string; load: () => Promise<Command> }> = {
	atlas: {
		summary: 'make the map of all titles and put it into the bundle',
		load: async () => (await import('./commands/atlas.ts')).command,
	},
	bundle: {
		summary: 'make bundle/ from the data: catalogue, models, figures, manifest',
		load: async () => (await import('./commands/bundle.ts')).command,
	},
	calibrate: {
		summary: 'measure how far predicted scores are off, for the bundle',
		load: async () => (await import('./commands/calibrate.ts')).command,
	},
	dataset: {
		summary: 'pack profiles into one file that training reads without parsing',
		load: async () => (await import('./commands/dataset.ts')).command,
	},
	evaluate: {
		summary: 'measure every model on held-out users',
		load: async () => (await import('./commands/evaluate.ts')).command,
	},
	predict: {
		summary: 'predict scores of given titles for the lists of a file',
		load: async () => (await import('./commands/predict.ts')).command,
	},
	recommend: {
		summary: 'rank titles for the lists of a file',
		load: async () => (await import('./commands/recommend.ts')).command,
	},
	reference: {
		summary: 'count what real lists are like, for the profile pages',
		load: async () => (await import('./commands/reference.ts')).command,
	},
	serve: {
		summary: 'build the site where needed and serve it',
		load: async () => (await import('./commands/serve.ts')).command,
	},
	test: {
		summary: 'everything that CI runs',
		load: async () => (await import('./commands/test.ts')).command,
	},
	train: {
		summary: 'train the model, going on where a stopped run was',
		load: async () => (await import('./commands/train.ts')).command,
	},
};

function usage(): string {
	const rows = Object.entries(COMMANDS).map(
		([name, { summary }]) => `  ${name.padEnd(10)}${summary}`,
	);
	return `Usage: npm run sprout -- <command> [options]\n\n${rows.join('\n')}\n\nOptions of a command: npm run sprout -- <command> --help\n`;
}

async function main(args: string[]): Promise<number> {
	const terminal = createTerminal(process.stdout, process.stderr);
	const [name, ...rest] = args;
	if (name === undefined || name === '--help' || name === 'help') {
		terminal.print(usage());
		return name === undefined ? 2 : 0;
	}
	if (name === '--version') {
		const manifest = new URL('../../package.json', import.meta.url);
		terminal.print(JSON.parse(readFileSync(manifest, 'utf8')).version);
		return 0;
	}
	const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
	if (!entry) {
		terminal.warn(`There is no command "${name}".\n\n${usage()}`);
		return 2;
	}
	const command = await entry.load();
	if (rest.includes('--help')) {
		terminal.print(command.help);
		return 0;
	}
	const stop = new AbortController();
	process.once('SIGINT', () => stop.abort());
	process.once('SIGTERM', () => stop.abort());
	try {
		return await command.run(rest, terminal, stop.signal);
	} catch (error) {
		if (error instanceof UsageError) {
			terminal.warn(`${error.message}\n\n${command.help}`);
			return 2;
		}
		if (stop.signal.aborted) {
			terminal.warn('Stopped.');
			return 130;
		}
		throw error;
	}
}

process.exitCode = await main(process.argv.slice(2));
