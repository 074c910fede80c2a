import { pathToFileURL } from 'node:url';
import type { Command } from '../command.ts';
import { parseOptions } from '../command.ts';
import { buildSite, needsBuild, SITE_ENTRY } from '../site-build.ts';

export const command: Command = {
	help: `npm start, or: npm run sprout -- serve

Builds the site where its sources are newer than the build, then serves it.

Environment: PORT (3000), HOST (0.0.0.0), BUNDLE_DIR (bundle), LOG_LEVEL (info),
POSTERS (auto, on or off); see README.md.`,

	async run(args, terminal, signal) {
		parseOptions(args, {});
		if (await needsBuild()) terminal.warn('Building the site (once, about half a minute) …');
		const status = await buildSite(signal);
		if (status !== 0) {
			terminal.warn('The site could not be built; the messages above say why.');
			return status;
		}
		process.env.NODE_ENV ??= 'production';
		// The built server listens as soon as it is loaded, and stops on SIGINT and SIGTERM.
		await import(pathToFileURL(SITE_ENTRY).href);
		terminal.warn(`Sprout is at http://localhost:${process.env.PORT ?? 3000}`);
		return 0;
	},
};
