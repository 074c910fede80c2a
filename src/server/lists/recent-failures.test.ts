import { describe, expect, it } from 'vitest';
import { VirtualClock } from '#tests/support/virtual-clock.ts';
import { RecentFailures } from './recent-failures.ts';

const unknown = { ok: false, reason: 'no-such-user' } as const;
const hidden = { ok: false, reason: 'private-list' } as const;

function failures() {
	const clock = new VirtualClock();
	return { clock, failures: new RecentFailures({ most: 2, lifetimeMs: 30_000 }, clock) };
}

describe('recent failures', () => {
	it('are remembered for a while', async () => {
		const { clock, failures: recent } = failures();
		recent.note('mal/a', unknown);
		await clock.advance(29_999);
		expect(recent.get('mal/a')).toEqual(unknown);
		await clock.advance(1);
		expect(recent.get('mal/a')).toBeNull();
	});

	it('are the latest', () => {
		const { failures: recent } = failures();
		recent.note('mal/a', unknown);
		recent.note('mal/b', hidden);
		recent.note('mal/a', hidden);
		recent.note('mal/c', unknown);
		expect(['mal/a', 'mal/b', 'mal/c'].map((key) => recent.get(key))).toEqual([
			hidden,
			null,
			unknown,
		]);
		recent.forget('mal/a');
		expect(recent.get('mal/a')).toBeNull();
	});

	it('are not about the site, or about now', () => {
		const { failures: recent } = failures();
		recent.note('mal/a', { ok: false, reason: 'source-down' });
		recent.note('mal/a', { ok: false, reason: 'empty-list' });
		recent.note('mal/a', { ok: false, reason: 'rate-limited', retryAfterS: 5 });
		expect(recent.get('mal/a')).toBeNull();
	});
});
