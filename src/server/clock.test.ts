import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from './clock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('sleeps as long as it was told', async () => {
	const start = systemClock.now();
	const sleep = systemClock.sleep(1500).then(() => systemClock.now() - start);
	await vi.advanceTimersByTimeAsync(2000);
	expect(await sleep).toBe(1500);
});

it('wakes up when called, and leaves no timer behind', async () => {
	const calling = new AbortController();
	const sleep = systemClock.sleep(1500, calling.signal);
	expect(vi.getTimerCount()).toBe(1);
	calling.abort();
	await sleep;
	expect(vi.getTimerCount()).toBe(0);
	await systemClock.sleep(1500, calling.signal);
	expect(vi.getTimerCount()).toBe(0);
});
