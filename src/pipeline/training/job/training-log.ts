import { appendFile, readFile } from 'node:fs/promises';
import type { LossPoint } from './training-step.ts';

/** A line of the training log. */
export type LogLine = { readonly key: string } & (LossPoint | StepTimes);

/** What a finished step took. */
export interface StepTimes {
	/** Of the run that finished it: less than all where it was resumed. */
	readonly seconds: number;
	/** 0 where it counts no profiles. */
	readonly profilesPerS: number;
}

/** Appends a line to a JSON Lines file; one write, so that threads and kills tear none. */
export function appendLine(path: string, line: LogLine): Promise<void> {
	return appendFile(path, `${JSON.stringify(line)}\n`);
}

/** Every line that can be read; a torn one is left out. */
async function readLines(path: string): Promise<LogLine[]> {
	const text = await readFile(path, 'utf8').catch((error: unknown) => {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
		throw error;
	});
	return text.split('\n').flatMap((line) => {
		try {
			// Written by `appendLine` alone; what it says is shown, never computed with.
			return line === '' ? [] : [JSON.parse(line) as LogLine];
		} catch {
			return [];
		}
	});
}

/** What the log knows of one step. */
export interface LoggedStep {
	/** Ascending by epoch within a series, each epoch once. */
	readonly points: readonly LossPoint[];
	readonly times: StepTimes | undefined;
}

/** What the log knows of some steps, by key; where a point was logged twice, the last one counts. */
export async function readLog(
	path: string,
	keys: Iterable<string>,
): Promise<ReadonlyMap<string, LoggedStep>> {
	const lines = await readLines(path);
	return new Map(Array.from(keys, (key) => [key, summarise(lines, key)]));
}

function summarise(lines: readonly LogLine[], key: string): LoggedStep {
	const points = new Map<string, LossPoint>();
	let times: StepTimes | undefined;
	for (const line of lines) {
		if (line.key !== key) continue;
		if ('seconds' in line) times = line;
		else points.set(`${line.series} ${line.epoch}`, line);
	}
	return { points: [...points.values()].sort((a, b) => a.epoch - b.epoch), times };
}
