// oxlint-disable no-restricted-imports, no-restricted-globals -- a build script beside its sources; nothing imports it
/**
 * Compiles the kernels: `npm run kernels`, and after every install. Those of training become a file, `kernels.wasm`;
 * the few that ranking needs become a module of the program, `src/core/kernels/module.ts`, so that they come along
 * wherever it is bundled.
 *
 * No relaxed SIMD: its results differ between processors, and a rebuilt model must have the same bytes.
 */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

const root = fileURLToPath(new URL('../../', import.meta.url));

const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd'];

async function compile(entry: string): Promise<Uint8Array> {
	let binary: Uint8Array | undefined;
	const { error, stderr } = await main([entry, '--outFile', 'out.wasm', ...OPTIONS], {
		readFile: (name) => readFile(`${root}${name}`, 'utf8').catch(() => null),
		writeFile: (_name, contents) => {
			if (contents instanceof Uint8Array) binary = contents;
		},
		listFiles: async (folder) => (await readdir(`${root}${folder}`)).sort(),
	});
	if (error || !binary) {
		const reason = `${stderr.toString()}\n${error?.message ?? 'The compiler wrote no module.'}`;
		throw new Error(`The kernels could not be compiled.\n${reason.trim()}`, { cause: error });
	}
	return binary;
}

const training = await compile('learn/kernels/assembly/index.ts');
const ranking = Buffer.from(await compile('core/kernels/assembly/index.ts')).toString('base64');
await writeFile(`${root}learn/kernels/kernels.wasm`, training);
await writeFile(
	`${root}core/kernels/module.ts`,
	`// Made of assembly/ by \`npm run kernels\`.\nexport const MODULE_BASE64 =\n\t'${ranking}';\n`,
);
