import { describe, expect, it } from 'vitest';
import { createPosterProbe } from './posters.ts';

/** A probe on a fake clock whose network answers as told, once per look. */
function probing(answers: (Response | Error)[]) {
	const clock = { ms: 0 };
	let looks = 0;
	const fetch = () => {
		const answer = answers[looks];
		looks += 1;
		return answer instanceof Response ? Promise.resolve(answer) : Promise.reject(answer);
	};
	const probe = createPosterProbe({ mode: 'auto', fetch, now: () => clock.ms });
	const settled = () => new Promise((resolve) => setImmediate(resolve));
	return { probe, clock, looks: () => looks, settled };
}

describe('createPosterProbe', () => {
	it('never waits: placeholders first, posters once one was seen', async () => {
		const { probe, settled } = probing([new Response(null, { status: 200 })]);
		expect(probe.reachable()).toBe(false);
		await settled();
		expect(probe.reachable()).toBe(true);
	});

	it('stays with placeholders where there is no network, and asks once in five minutes', async () => {
		const { probe, clock, looks, settled } = probing([
			new Error('no network'),
			new Response(null, { status: 200 }),
		]);
		probe.reachable();
		await settled();
		expect([probe.reachable(), probe.reachable(), looks()]).toEqual([false, false, 1]);
		clock.ms += 5 * 60_000 + 1;
		probe.reachable();
		await settled();
		expect([probe.reachable(), looks()]).toEqual([true, 2]);
	});

	it('takes an error page for no poster', async () => {
		const { probe, settled } = probing([new Response(null, { status: 403 })]);
		probe.reachable();
		await settled();
		expect(probe.reachable()).toBe(false);
	});

	it.each([
		['on', true],
		['off', false],
	] as const)('asks nobody when it is %s', (mode, expected) => {
		const fetch = () => Promise.reject(new Error('nobody is to be asked'));
		expect(createPosterProbe({ mode, fetch, now: () => 0 }).reachable()).toBe(expected);
	});
});
