import { describe, expect, it } from 'vitest';
import { Turnstile } from './turnstile.ts';

const stays = new AbortController().signal;

describe('turnstile', () => {
	it('lets in as many as it may, then one for each that leaves, in order', async () => {
		const turnstile = new Turnstile(2, 10);
		const order: string[] = [];
		const enter = (name: string) =>
			turnstile.enter(stays).then((turn) => order.push(`${name} ${turn}`));
		const all = ['a', 'b', 'c', 'd'].map(enter);
		await Promise.all(all.slice(0, 2));
		expect(order).toEqual(['a in', 'b in']);
		turnstile.leave();
		await all[2];
		turnstile.leave();
		await all[3];
		expect(order).toEqual(['a in', 'b in', 'c in', 'd in']);
	});

	it('keeps nobody waiting beyond its bound', async () => {
		const turnstile = new Turnstile(1, 1);
		await turnstile.enter(stays);
		const waiting = turnstile.enter(stays);
		expect(await turnstile.enter(stays)).toBe('full');
		turnstile.leave();
		expect(await waiting).toBe('in');
	});

	it('gives the place of whoever has left to the next', async () => {
		const turnstile = new Turnstile(1, 10);
		await turnstile.enter(stays);
		const leaving = new AbortController();
		const left = turnstile.enter(leaving.signal);
		const next = turnstile.enter(stays);
		leaving.abort();
		expect(await left).toBe('cancelled');
		turnstile.leave();
		expect(await next).toBe('in');
		expect(await turnstile.enter(leaving.signal)).toBe('cancelled');
	});

	it('loses no place when somebody is let in and called off at once', async () => {
		const turnstile = new Turnstile(1, 10);
		await turnstile.enter(stays);
		const leaving = new AbortController();
		const left = turnstile.enter(leaving.signal);
		leaving.abort();
		turnstile.leave();
		await left;
		const next = await Promise.race([turnstile.enter(stays), Promise.resolve('nothing')]);
		expect([await left, next]).toEqual(['cancelled', 'in']);
	});
});
