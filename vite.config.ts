import { fileURLToPath, pathToFileURL } from 'node:url';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { KEEP_WASM_CODE } from './src/pipeline/node-flags.ts';

/**
 * Makes a file of its own of every worker that the server starts, as Vite does for those of pages, and puts
 * its address in the place of `new URL('./x.worker.ts', import.meta.url)`.
 */
function serverWorkers(): Plugin {
	const address = /new URL\('(\.\/[\w-]+\.worker\.ts)', import\.meta\.url\)/;
	return {
		name: 'sprout-server-workers',
		apply: 'build',
		enforce: 'pre',
		applyToEnvironment: ({ name }) => name === 'ssr',
		transform(code, id) {
			if (!id.includes('/src/server/') || !address.test(code)) return null;
			const placed = code.replace(address, (_, file: string) => {
				const worker = new URL(file, pathToFileURL(id));
				const reference = this.emitFile({ type: 'chunk', id: fileURLToPath(worker) });
				return `new URL(import.meta.ROLLUP_FILE_URL_${reference})`;
			});
			return { code: placed, map: { mappings: '' } };
		},
		// Beside whatever file asks for it; SvelteKit's own answer is an address for browsers.
		resolveFileUrl: ({ moduleId, relativePath }) =>
			moduleId.includes('/src/server/')
				? `new URL(${JSON.stringify(relativePath)}, import.meta.url)`
				: null,
	};
}

/** End-to-end tests that time something. */
const MEASURED = ['tests/e2e/{atlas-budgets,budgets}.test.ts'];

export default defineConfig({
	plugins: [
		serverWorkers(),
		sveltekit({
			adapter: adapter(),
			compilerOptions: { runes: true },
			csp: {
				mode: 'auto',
				directives: {
					'default-src': ['none'],
					// The kernels that rank are WebAssembly; scripts made of text stay forbidden.
					'script-src': ['self', 'wasm-unsafe-eval'],
					'style-src': ['self', 'unsafe-inline'],
					// Posters come from the catalogues' own image hosts, straight to the visitor.
					'img-src': [
						'self',
						'data:',
						'https://cdn.myanimelist.net',
						'https://myanimelist.net',
						'https://s4.anilist.co',
					],
					'font-src': ['self'],
					'connect-src': ['self'],
					'worker-src': ['self'],
					'manifest-src': ['self'],
					'base-uri': ['none'],
					'form-action': ['self'],
					'frame-ancestors': ['none'],
				},
			},
		}),
	],
	worker: { format: 'es' },
	// Found only when a worker is first started, which would reload the page under a test.
	optimizeDeps: { include: ['sax'] },
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.test.ts', 'tests/{architecture,contracts,support}/**/*.test.ts'],
					exclude: ['src/**/*.browser.test.ts'],
					setupFiles: ['tests/support/no-network.ts'],
					execArgv: [KEEP_WASM_CODE],
					// For machines that do something else besides; each test takes well under a second alone.
					testTimeout: 30_000,
					hookTimeout: 60_000,
				},
			},
			{
				extends: true,
				test: {
					name: 'browser',
					include: ['src/**/*.browser.test.ts'],
					browser: {
						enabled: true,
						headless: true,
						provider: playwright({
							launchOptions: {
								executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
								args: [
									'--no-sandbox',
									'--disable-background-networking',
									'--disable-component-update',
									'--disable-sync',
								],
							},
						}),
						instances: [{ browser: 'chromium' }],
					},
				},
			},
			{
				extends: true,
				test: {
					name: 'e2e',
					environment: 'node',
					include: ['tests/e2e/**/*.test.ts'],
					exclude: MEASURED,
					testTimeout: 60_000,
					hookTimeout: 120_000,
					// Pages wait a good part of their time: two at once keep two processors busy.
					maxWorkers: 2,
					expect: { poll: { timeout: 10_000 } },
				},
			},
			{
				extends: true,
				test: {
					name: 'budgets',
					environment: 'node',
					include: MEASURED,
					testTimeout: 60_000,
					hookTimeout: 120_000,
					fileParallelism: false,
					// After all others: what is timed has the machine to itself.
					sequence: { groupOrder: 1 },
					expect: { poll: { timeout: 10_000 } },
				},
			},
		],
	},
});
