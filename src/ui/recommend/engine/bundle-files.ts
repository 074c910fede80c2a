import type { RankingFailure } from './ranking-engine.ts';

/** A file of the bundle could not be had; says what the visitor is told. */
class MissingFile extends Error {
	readonly reason: RankingFailure;

	constructor(reason: RankingFailure, options?: ErrorOptions) {
		super(`A file of the bundle could not be fetched: ${reason}`, options);
		this.reason = reason;
	}
}

/**
 * Starts a download.
 *
 * @param fresh past the browser's cache, which keeps these files for ever, damaged ones included
 * @throws MissingFile when there is no connection or no such file
 */
export async function fetchFile(
	transport: typeof fetch,
	url: string,
	fresh: boolean,
): Promise<Response> {
	let response: Response;
	try {
		response = await transport(url, { cache: fresh ? 'reload' : 'default' });
	} catch (error) {
		throw new MissingFile('offline', { cause: error });
	}
	if (!response.ok) throw new MissingFile('server');
	return response;
}

/** The failure to tell; what arrived but cannot be read was cut short or is of another version. */
export function failureOf(error: unknown): RankingFailure {
	return error instanceof MissingFile ? error.reason : 'damaged-model';
}

/** Reads a body piece by piece, telling how many bytes (unpacked) have arrived. */
export async function readWithProgress(
	response: Response,
	onBytes: (received: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
	const pieces: Uint8Array[] = [];
	let received = 0;
	const reader = response.body?.getReader();
	for (;;) {
		const next = await reader?.read();
		if (next === undefined || next.done) break;
		pieces.push(next.value);
		received += next.value.byteLength;
		onBytes(received);
	}
	const whole = new Uint8Array(received);
	let offset = 0;
	for (const piece of pieces) {
		whole.set(piece, offset);
		offset += piece.byteLength;
	}
	return whole;
}
