import { execFile } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { promisify } from 'node:util';

/** Where and from what a measurement was made. */
export interface RunOrigin {
	/** Short hash, with `+` where files differ from it; `unknown` outside a repository. */
	readonly commit: string;
	/** ISO calendar date. */
	readonly date: string;
	readonly node: string;
	readonly processor: string;
	readonly cores: number;
	readonly memoryGiB: number;
}

const git = async (...args: string[]) =>
	(await promisify(execFile)('git', args, { encoding: 'utf8' })).stdout.trim();

async function currentCommit(): Promise<string> {
	try {
		const commit = await git('rev-parse', '--short', 'HEAD');
		return (await git('status', '--porcelain', '--', 'src', 'bundle')) === ''
			? commit
			: `${commit}+`;
	} catch {
		// Downloaded as an archive, or git is not installed: the measurement is still one.
		return 'unknown';
	}
}

/** Facts of this machine and this working tree. */
export async function readRunOrigin(now: Date): Promise<RunOrigin> {
	const cores = cpus();
	return {
		commit: await currentCommit(),
		date: now.toISOString().slice(0, 10),
		node: process.version,
		processor: cores[0]?.model.trim() ?? 'unknown',
		cores: cores.length,
		memoryGiB: Math.round(totalmem() / 2 ** 30),
	};
}
