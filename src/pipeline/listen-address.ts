import { createServer } from 'node:net';

export interface ListenAddress {
	readonly host: string;
	readonly port: number;
}

export type AddressCheck =
	| { readonly ok: true; readonly address: ListenAddress }
	| { readonly ok: false; readonly message: string };

const HIGHEST_PORT = 65_535;

/** Reads where the site shall listen, with the server's own defaults. */
export function readListenAddress(env: Record<string, string | undefined>): AddressCheck {
	const { PORT = '3000', HOST = '0.0.0.0' } = env;
	const port = /^\d+$/.test(PORT) ? Number(PORT) : Number.NaN;
	if (!(port <= HIGHEST_PORT)) {
		return { ok: false, message: `PORT is "${PORT}": it must be a number up to ${HIGHEST_PORT}.` };
	}
	return { ok: true, address: { host: HOST, port } };
}

/** Whether something can listen there, by doing it for a moment; says what to do where not. */
export function tryAddress(address: ListenAddress): Promise<AddressCheck> {
	const { host, port } = address;
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once('error', (error: NodeJS.ErrnoException) => {
			const message =
				error.code === 'EADDRINUSE'
					? `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`
					: `The site can't listen on ${host}, port ${port}: ${error.message}. Set HOST and PORT.`;
			resolve({ ok: false, message });
		});
		probe.listen(port, host, () => probe.close(() => resolve({ ok: true, address })));
	});
}
