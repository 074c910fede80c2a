import { describe, expect, it } from 'vitest';
import { listFailure } from './list-failure.ts';

describe('list failures of the API', () => {
	it('have the shape of every error, with the reason as code', async () => {
		const response = listFailure({ ok: false, reason: 'no-such-user' }, 'anilist');
		expect(response.status).toBe(404);
		expect(response.headers.has('retry-after')).toBe(false);
		expect(await response.json()).toMatchObject({ error: { code: 'no-such-user' } });
	});

	it('say how long to wait', () => {
		const limited = { ok: false, reason: 'rate-limited', retryAfterS: 42 } as const;
		const response = listFailure(limited, 'mal');
		expect(response.status).toBe(429);
		expect(response.headers.get('retry-after')).toBe('42');
	});
});
