import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readChecked, writeChecked, type CheckedFile } from './checked-file.ts';

const OWN_FILE = /\.(result|state)(\.new)?$/;
const LOG_FILE = 'training-log.jsonl';

/** Where a job keeps results and states of its steps, by key. */
export interface WorkFolder {
	/** Path of the training log. */
	readonly log: string;
	result(key: string): Promise<CheckedFile>;
	/** Keeps the result and drops the state, which has done its duty. */
	saveResult(key: string, bytes: Uint8Array): Promise<void>;
	state(key: string): Promise<CheckedFile>;
	saveState(key: string, bytes: Uint8Array): Promise<void>;
	/** Removes all that this or another job kept here, and nothing else. */
	clear(): Promise<void>;
}

/** Opens the folder, or makes it. */
export async function openWorkFolder(path: string): Promise<WorkFolder> {
	await mkdir(path, { recursive: true });
	const resultPath = (key: string) => join(path, `${key}.result`);
	const statePath = (key: string) => join(path, `${key}.state`);
	return {
		log: join(path, LOG_FILE),
		result: (key) => readChecked(resultPath(key)),
		async saveResult(key, bytes) {
			await writeChecked(resultPath(key), bytes);
			await rm(statePath(key), { force: true });
		},
		state: (key) => readChecked(statePath(key)),
		saveState: (key, bytes) => writeChecked(statePath(key), bytes),
		async clear() {
			const own = (await readdir(path)).filter((name) => OWN_FILE.test(name) || name === LOG_FILE);
			await Promise.all(own.map((name) => rm(join(path, name))));
		},
	};
}
