import { describe, expect, test } from 'vitest';
import { PosterLoading, type PosterState } from './poster-loading.svelte.ts';

function setUp(answers: Readonly<Record<string, boolean>>, initial: PosterState = 'unknown') {
	const asked: string[] = [];
	const remembered: PosterState[] = [];
	const loading = new PosterLoading(
		initial,
		async (url) => {
			asked.push(url);
			return answers[url] ?? false;
		},
		(state) => remembered.push(state),
	);
	const settled = async () => {
		for (let turn = 0; turn < 20; turn++) await Promise.resolve();
	};
	return { loading, asked, remembered, settled };
}

describe('before anything is known', () => {
	test('one poster that comes opens the way for all, and no other was asked for', async () => {
		const { loading, asked, remembered, settled } = setUp({ a: true });
		for (const url of ['a', 'b', 'c', 'd']) loading.request(url);
		await settled();
		expect(loading.state).toBe('reachable');
		expect(asked).toEqual(['a']);
		expect(remembered).toEqual(['reachable']);
	});

	test('three that fail end it: a hundred posters cost three requests', async () => {
		const { loading, asked, remembered, settled } = setUp({});
		for (let poster = 0; poster < 100; poster++) loading.request(`poster-${poster}`);
		await settled();
		expect(loading.state).toBe('unreachable');
		expect(asked).toEqual(['poster-0', 'poster-1', 'poster-2']);
		expect(remembered).toEqual(['unreachable']);
	});

	test('one dead address does not speak for its host', async () => {
		const { loading, settled } = setUp({ b: true });
		loading.request('a');
		await settled();
		expect(loading.state).toBe('unknown');
		loading.request('b');
		await settled();
		expect(loading.state).toBe('reachable');
	});
});

describe('afterwards', () => {
	test('what an earlier page learned is not asked again', async () => {
		const { loading, asked, settled } = setUp({ a: true }, 'unreachable');
		loading.request('a');
		await settled();
		expect(asked).toEqual([]);
		expect(loading.state).toBe('unreachable');
	});

	test('three failures in a row close the way, three with a success between do not', () => {
		const { loading } = setUp({}, 'reachable');
		for (const loaded of [false, false, true, false, false]) loading.report(loaded);
		expect(loading.state).toBe('reachable');
		loading.report(false);
		expect(loading.state).toBe('unreachable');
	});
});
