import { describe, expect, it } from 'vitest';
import { apiFailure } from './failures.ts';
import { readJson } from './read-json.ts';

const request = (body: string, type = 'application/json') =>
	new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': type } });

describe('readJson', () => {
	it('reads JSON whatever the charset and case of its type', async () => {
		expect(await readJson(request('{"a":1}', 'Application/JSON; charset=utf-8'))).toEqual({
			ok: true,
			body: { a: 1 },
		});
	});

	it('refuses what is not declared as JSON, so that no form of another site can post', async () => {
		const answer = await readJson(request('{}', 'text/plain'));
		expect(answer).toEqual({ ok: false, reason: 'unsupported-media-type' });
	});

	it('tells broken JSON apart', async () => {
		expect(await readJson(request('{"a":'))).toEqual({ ok: false, reason: 'invalid-json' });
	});

	it('turns the size limit of the server into a failure', async () => {
		const cut = request('{}');
		cut.text = () => Promise.reject(Object.assign(new Error('cut'), { status: 413 }));
		expect(await readJson(cut)).toEqual({ ok: false, reason: 'too-large' });
	});

	it('turns a client that hangs up into a failure', async () => {
		const broken = request('{}');
		const reset = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
		broken.text = () => Promise.reject(reset);
		expect(await readJson(broken)).toEqual({ ok: false, reason: 'incomplete-body' });
	});

	it('lets everything else through to the edge', async () => {
		const broken = request('{}');
		broken.text = () => Promise.reject(new Error('a bug'));
		await expect(readJson(broken)).rejects.toThrow('a bug');
	});
});

describe('apiFailure', () => {
	it('has one shape and the status of its reason', async () => {
		const issues = [{ path: 'entries', message: 'missing' }];
		const response = apiFailure('invalid-request', issues);
		expect(response.status).toBe(400);
		expect(await response.json()).toEqual({
			error: { code: 'invalid-request', message: expect.any(String), issues },
		});
	});
});
