// oxlint-disable no-restricted-imports, no-restricted-globals -- a build script beside its sources; nothing imports it
/**
 * Compiles the kernels of `assembly/` to `kernels.wasm`: `npm run kernels`, and after every install.
 *
 * No relaxed SIMD: its results differ between processors, and a rebuilt model must have the same bytes.
 */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

const here = fileURLToPath(new URL('.', import.meta.url));

const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd'];

let binary: Uint8Array | undefined;
const { error, stderr } = await main(['index.ts', '--outFile', 'kernels.wasm', ...OPTIONS], {
	readFile: (name) => readFile(`${here}assembly/${name}`, 'utf8').catch(() => null),
	writeFile: (_name, contents) => {
		if (contents instanceof Uint8Array) binary = contents;
	},
	listFiles: async (folder) => (await readdir(`${here}assembly/${folder}`)).sort(),
});

if (error || !binary) {
	const reason = `${stderr.toString()}\n${error?.message ?? 'The compiler wrote no module.'}`;
	process.stderr.write(`The kernels could not be compiled.\n${reason.trim()}\n`);
	process.exitCode = 1;
} else {
	await writeFile(`${here}kernels.wasm`, binary);
}
