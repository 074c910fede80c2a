import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { ATLAS_FILES } from '#server/bundle-manifest.ts';
import { BundleError, openAtlas, readBundle } from '#server/bundle.ts';
import { ATLAS_SETTINGS } from '../atlas/atlas-settings.ts';
import { floorsOf, renderAtlasReport, type AtlasReport } from '../atlas/evaluation/atlas-report.ts';
import { measureAtlas } from '../atlas/evaluation/measure-atlas.ts';
import { readMapData } from '../atlas/map-data.ts';
import { readItemSpace } from '../atlas/steps/find-neighbours.ts';
import { parseOptions, UsageError, type Command } from '../command.ts';
import { DataFileError } from '../csv.ts';
import { readRunOrigin } from '../evaluation/run-origin.ts';
import type { Terminal } from '../terminal.ts';

/** Where the results live in the repository. */
const PUBLISHED = { json: 'bench/results/atlas-quality.json', markdown: 'docs/atlas.md' };
/** Parts of the work, for the bar. */
const PARTS = 8;

const help = `Usage: npm run sprout -- evaluate atlas --data <folder> [options]

Measures the map of the bundle, beside one laid out in the reference's way and one
from lists alone: takes minutes. Fails where a floor is missed.

Options:
  --data <folder>    the data that the map was made from
  --bundle <folder>  where the map and its model are (default: bundle)
  --out <folder>     write atlas-quality.json and atlas.md there instead of
                     ${PUBLISHED.json} and ${PUBLISHED.markdown}`;

async function run(args: string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
	const { data, bundle, out } = parseOptions(args, {
		data: { type: 'string' },
		bundle: { type: 'string', default: 'bundle' },
		out: { type: 'string' },
	});
	if (data === undefined) throw new UsageError('Which data? Name its folder with --data.');
	try {
		const report = await measure(data, bundle, terminal, signal);
		terminal.print(renderAtlasReport(report));
		for (const file of await publish(report, out)) terminal.warn(`Wrote ${file}.`);
		return floorsOf(report.measured).every(({ holds }) => holds) ? 0 : 1;
	} catch (error) {
		if (!(error instanceof DataFileError || error instanceof BundleError)) throw error;
		terminal.warn(error.message);
		return 1;
	}
}

async function measure(
	folder: string,
	bundleFolder: string,
	terminal: Terminal,
	signal: AbortSignal,
): Promise<AtlasReport> {
	const settings = ATLAS_SETTINGS;
	const opened = openAtlas(await readBundle(bundleFolder, ATLAS_FILES));
	if (!opened) throw new BundleError(`${bundleFolder} has no map: make one with "atlas".`);
	const { data: atlas } = opened;
	const warn = (text: string) => terminal.warn(text);
	const data = await readMapData(folder, atlas.malIds.length, settings.links, { warn, signal });
	if (!data.malIds.every((malId, point) => malId === atlas.malIds[point])) {
		throw new BundleError(`The map in ${bundleFolder} was made from other data: make it again.`);
	}
	const space = await readItemSpace(bundleFolder, data.malIds, settings);
	const progress = terminal.progress('Measuring the map', PARTS);
	let parts = 0;
	const measured = await measureAtlas({
		data,
		atlas,
		space,
		settings,
		async onPart(name) {
			progress.update(parts++, name);
			// Lets signals in: the work itself never waits for anything.
			await setImmediate();
			signal.throwIfAborted();
		},
	});
	progress.finish();
	return { origin: await readRunOrigin(new Date()), settings, measured };
}

async function publish(report: AtlasReport, out: string | undefined): Promise<string[]> {
	const json = out === undefined ? PUBLISHED.json : join(out, 'atlas-quality.json');
	const markdown = out === undefined ? PUBLISHED.markdown : join(out, 'atlas.md');
	// Six digits keep the differences of two runs readable.
	const rounded = (_key: string, value: unknown) =>
		typeof value === 'number' ? Number(value.toPrecision(6)) : value;
	const files = [
		[json, JSON.stringify(report, rounded, '\t')],
		[markdown, renderAtlasReport(report)],
	] as const;
	for (const [path, text] of files) {
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, `${text}\n`);
	}
	return files.map(([path]) => path);
}

/** `npm run sprout -- evaluate atlas`. */
export const command: Command = { help, run };
