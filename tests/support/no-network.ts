import { beforeAll, vi } from 'vitest';

// No test may reach a network: code that fetches takes its transport as a parameter.
beforeAll(() => {
	vi.stubGlobal('fetch', () => {
		throw new Error('Tests have no network: pass a fetch to the code under test.');
	});
});
