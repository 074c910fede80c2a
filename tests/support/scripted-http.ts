import { createHttpClient, type HttpClient, type HttpLimits } from '#server/sources/http.ts';
import type { RateLimit } from '#server/sources/token-bucket.ts';
import { VirtualClock } from './virtual-clock.ts';

/** Answers requests in the place of a site. A request may hang; its signal tells when it is called off. */
export type Transport = (request: Request) => Response | Promise<Response>;

/** A client over a transport, and what a test wants to see of it. */
export interface ScriptedHttp {
	readonly http: HttpClient;
	readonly clock: VirtualClock;
	readonly requests: readonly Request[];
}

export interface ScriptedHttpOptions {
	readonly rateLimit?: RateLimit;
	readonly limits?: Partial<HttpLimits>;
	readonly clock?: VirtualClock;
}

export function scriptedHttp(
	transport: Transport,
	options: ScriptedHttpOptions = {},
): ScriptedHttp {
	const { rateLimit = { requests: 1000, windowMs: 60_000 }, limits = {} } = options;
	const { clock = new VirtualClock() } = options;
	const requests: Request[] = [];
	const http = createHttpClient({
		fetch: async (input, init) => {
			const request = new Request(input, init);
			requests.push(request);
			return transport(request.clone());
		},
		clock,
		random: () => 0.5,
		rateLimit,
		limits,
	});
	return { http, clock, requests };
}

/** Never answers, as a fetch does that is called off. */
export const hanging: Transport = ({ signal }) => {
	const { promise, reject } = Promise.withResolvers<Response>();
	signal.addEventListener('abort', () => reject(new DOMException('called off', 'AbortError')));
	return promise;
};

/** Gives these answers one after the other, and then those of the other transport. */
export function first(answers: readonly Transport[], then: Transport): Transport {
	let k = 0;
	return (request) => (answers[k++] ?? then)(request);
}

export function answering(status: number, body: string, headers: HeadersInit = {}): Transport {
	return () => new Response(body, { status, headers });
}

/** Sends the beginning of an answer and resets the connection. */
export const breakingOff: Transport = () => {
	const chunks = ['{"data":', new TypeError('terminated')];
	const body = new ReadableStream<Uint8Array>({
		pull(controller) {
			const chunk = chunks.shift();
			if (typeof chunk === 'string') controller.enqueue(new TextEncoder().encode(chunk));
			else controller.error(chunk);
		},
	});
	return new Response(body, { headers: { 'content-type': 'application/json' } });
};

/** An answer without end, and how much of it was read. */
export function endless(chunkBytes: number): {
	readonly transport: Transport;
	readonly seen: { bytes: number; cancelled: boolean };
} {
	const seen = { bytes: 0, cancelled: false };
	const transport: Transport = () => {
		const body = new ReadableStream<Uint8Array>({
			pull(controller) {
				seen.bytes += chunkBytes;
				controller.enqueue(new Uint8Array(chunkBytes).fill(32));
			},
			cancel() {
				seen.cancelled = true;
			},
		});
		return new Response(body);
	};
	return { transport, seen };
}
