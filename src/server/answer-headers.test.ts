import { createServer, get, type IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { ANSWER_HEADERS, headEveryAnswer } from './answer-headers.ts';

describe('headEveryAnswer', () => {
	it('reaches answers of a server that knows nothing of it', async () => {
		headEveryAnswer();
		const server = createServer((_request, response) => {
			response.writeHead(308, { location: '/' }).end();
		});
		await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
		const address = server.address();
		const port = typeof address === 'object' ? address?.port : undefined;
		const answer = await new Promise<IncomingMessage>((resolve, reject) => {
			get({ port, host: '127.0.0.1' }, resolve).once('error', reject);
		});
		answer.resume();
		server.close();
		expect(answer.headers).toMatchObject({ ...ANSWER_HEADERS, location: '/' });
	});
});
