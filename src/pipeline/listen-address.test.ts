import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { readListenAddress, tryAddress } from './listen-address.ts';

describe('readListenAddress', () => {
	it('has the defaults of the server', () => {
		expect(readListenAddress({})).toEqual({
			ok: true,
			address: { host: '0.0.0.0', port: 3000 },
		});
	});

	it.each(['abc', '', '-1', '70000', '80.5'])('refuses the port "%s"', (PORT) => {
		expect(readListenAddress({ PORT })).toMatchObject({
			ok: false,
			message: expect.stringContaining('PORT'),
		});
	});
});

describe('tryAddress', () => {
	let taken: Server | undefined;
	afterEach(() => taken?.close());

	it('tells a free port from a taken one, and what to do', async () => {
		const server = createServer();
		taken = server;
		const port = await new Promise<number>((resolve) => {
			server.listen(0, '127.0.0.1', () => {
				const address = server.address();
				resolve(typeof address === 'object' && address ? address.port : -1);
			});
		});
		const address = { host: '127.0.0.1', port };
		expect(await tryAddress(address)).toMatchObject({
			ok: false,
			message: expect.stringContaining(`PORT=${port + 1} npm start`),
		});
		await new Promise((resolve) => server.close(resolve));
		expect(await tryAddress(address)).toEqual({ ok: true, address });
	});

	it('says which host it cannot have', async () => {
		expect(await tryAddress({ host: '192.0.2.1', port: 0 })).toMatchObject({
			ok: false,
			message: expect.stringContaining('192.0.2.1'),
		});
	});
});
