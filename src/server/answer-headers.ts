import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';

/** Headers of every answer, pages, files and errors alike; the pages' policy of contents comes on top. */
export const ANSWER_HEADERS = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
} as const;

/** The one thing that this needs of a response. */
type HeaderTarget = Pick<ServerResponse, 'setHeader'>;

/** Sets {@link ANSWER_HEADERS}. */
export function setAnswerHeaders(response: HeaderTarget): void {
	for (const [name, value] of Object.entries(ANSWER_HEADERS)) response.setHeader(name, value);
}

/**
 * Sets {@link ANSWER_HEADERS} on whatever any server of this process answers. The framework's `handle`
 * sees neither files nor redirects nor refused forms; Node tells of every request before anyone answers.
 */
export function headEveryAnswer(): void {
	// Node documents the channel's messages: `{ request, response, socket, server }`.
	subscribe('http.server.request.start', (message) => {
		setAnswerHeaders((message as { response: HeaderTarget }).response);
	});
}
