import type { ApiFailure } from './failures.ts';

export type JsonBody =
	| { readonly ok: true; readonly body: unknown }
	| { readonly ok: false; readonly reason: ApiFailure };

/** Reads a request's JSON body; whatever a client can send wrong comes back as a value. */
export async function readJson(request: Request): Promise<JsonBody> {
	const type = request.headers.get('content-type') ?? '';
	if (!/^application\/json\s*(;|$)/i.test(type)) {
		return { ok: false, reason: 'unsupported-media-type' };
	}
	let text: string;
	try {
		text = await request.text();
	} catch (error) {
		// The server cuts a body at its size limit and says so with a status.
		if (has(error, 'status') && error.status === 413) return { ok: false, reason: 'too-large' };
		// Nobody waits for this answer; but clients that hang up are no fault of ours to log.
		if (has(error, 'code') && error.code === 'ECONNRESET')
			return { ok: false, reason: 'incomplete-body' };
		throw error;
	}
	try {
		return { ok: true, body: JSON.parse(text) };
	} catch {
		return { ok: false, reason: 'invalid-json' };
	}
}

function has<K extends string>(error: unknown, key: K): error is Record<K, unknown> {
	return typeof error === 'object' && error !== null && key in error;
}
