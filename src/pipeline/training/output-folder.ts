import { DataFileError } from '../csv.ts';
import { fingerprint } from '../bundle/pack.ts';
import { namesIn, replaceFolder } from '../replace-folder.ts';

/** Says what the files of a training were made from. */
export const TRAINING_RECORD = 'training.json';
const OWN_FILE = /\.(safetensors|svg)$/;

/**
 * Makes sure that `dir` may be replaced: it is not there, is empty or holds what a training left.
 *
 * @throws DataFileError where replacing it would delete something else
 */
export async function checkOutputFolder(dir: string): Promise<void> {
	const names = await namesIn(dir);
	if (names === null) throw new DataFileError(`${dir} is no folder.`);
	const hasRecord = names.includes(TRAINING_RECORD);
	const foreign = names.find(
		(name) => name !== TRAINING_RECORD && !(hasRecord && OWN_FILE.test(name)),
	);
	if (foreign === undefined) return;
	throw new DataFileError(`${dir} holds ${foreign}, which no training left. Name a new folder.`);
}

/**
 * Puts the files of a training into `dir`, all at once, with a record of how they came about.
 *
 * @returns the bytes of each file
 */
export async function writeOutputFolder(
	dir: string,
	files: Readonly<Record<string, Uint8Array | string>>,
	origin: Readonly<Record<string, unknown>>,
): Promise<Record<string, number>> {
	const contents = Object.entries(files).map(
		([name, content]) => [name, fingerprint(Buffer.from(content))] as const,
	);
	const record = { files: Object.fromEntries(contents), ...origin };
	await checkOutputFolder(dir);
	await replaceFolder(dir, {
		...files,
		[TRAINING_RECORD]: `${JSON.stringify(record, null, '\t')}\n`,
	});
	return Object.fromEntries(contents.map(([name, { bytes }]) => [name, bytes]));
}
