import type { ServerResponse } from 'node:http';
import { errorsBody } from './anilist/anilist.ts';
import type { Fault } from './behaviours.ts';
import type { Reply } from './reply.ts';

/** How long slow things take. */
export interface Pace {
	readonly slowMs: number;
	/** Between the bytes of a body that drips. */
	readonly dripMs: number;
}

const WEB_PAGE =
	'<!doctype html><html><head><title>Just a moment</title></head><body><h1>One more step</h1></body></html>';
const FLOOD_CHUNK = ' '.repeat(65_536);

/** Sends a reply, or what its fault makes of it. */
export function deliver(
	response: ServerResponse,
	reply: Pick<Reply, 'status' | 'headers' | 'body'>,
	fault: Fault | null,
	pace: Pace,
): void {
	switch (fault?.kind) {
		case undefined:
			return send(response, reply);
		case 'wait':
			return after(response, pace.slowMs, () => send(response, reply));
		case 'drip':
			return drip(response, reply, pace.dripMs);
		case 'reset':
			return void response.socket?.resetAndDestroy();
		case 'truncated':
			return truncate(response, reply);
		case 'flood':
			response.writeHead(200, { 'content-type': 'application/json' });
			return flood(response);
		case 'html':
			return sendPage(response, 200);
		case 'status':
			return sendPage(response, fault.status);
		case 'changed-shape':
			return send(response, { ...reply, body: changedShape(reply.body) });
		case 'rate-limited':
			return sendTooMany(response, fault.retryAfterS, reply.headers);
		case 'errors-in-200':
			return send(response, {
				status: 200,
				body: errorsBody(fault.message, fault.status, { MediaListCollection: null }),
			});
	}
}

function send(response: ServerResponse, { status, headers, body }: Omit<Reply, 'purpose'>): void {
	const bytes = Buffer.from(JSON.stringify(body));
	response.writeHead(status, {
		'content-type': 'application/json; charset=utf-8',
		'content-length': bytes.length,
		...headers,
	});
	response.end(bytes);
}

/** Says after how many seconds to come back. */
export function sendTooMany(
	response: ServerResponse,
	retryAfterS: number,
	headers: Reply['headers'] = {},
): void {
	send(response, {
		status: 429,
		headers: { ...headers, 'retry-after': String(retryAfterS) },
		body: errorsBody('Too Many Requests.', 429, null),
	});
}

function sendPage(response: ServerResponse, status: number): void {
	response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
	response.end(WEB_PAGE);
}

/** Does something later, unless the client leaves before. */
function after(response: ServerResponse, ms: number, work: () => void): void {
	const timer = setTimeout(work, ms);
	response.once('close', () => clearTimeout(timer));
}

function drip(
	response: ServerResponse,
	{ status, body }: Pick<Reply, 'status' | 'body'>,
	ms: number,
) {
	const text = JSON.stringify(body);
	response.writeHead(status, { 'content-type': 'application/json' });
	let at = 0;
	const timer = setInterval(() => {
		response.write(text.charAt(at++));
		if (at >= text.length) response.end();
	}, ms);
	response.once('close', () => clearInterval(timer));
}

/** Half of what was announced, then the end of the connection. */
function truncate(response: ServerResponse, { status, body }: Pick<Reply, 'status' | 'body'>) {
	const bytes = Buffer.from(JSON.stringify(body));
	response.writeHead(status, {
		'content-type': 'application/json',
		'content-length': bytes.length,
	});
	response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}

function flood(response: ServerResponse): void {
	const more = () => {
		while (!response.destroyed && response.write(FLOOD_CHUNK));
	};
	response.on('drain', more);
	more();
}

/** The same with every number as a text. */
function changedShape(value: unknown): unknown {
	if (typeof value === 'number') return String(value);
	if (Array.isArray(value)) return value.map(changedShape);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [name, changedShape(inner)]),
	);
}
