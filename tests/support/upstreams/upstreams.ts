import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { LIST_SITES, type ListSite } from '#core/profile/site-list.ts';
import { answerAniList } from './anilist/anilist.ts';
import { deliver, sendTooMany } from './deliver.ts';
import { createTitleIndex } from './fixtures/title-index.ts';
import { createUsers } from './fixtures/users.ts';
import { answerKitsu } from './kitsu/kitsu.ts';
import { answerMal } from './mal.ts';
import type { Reply, UpstreamRequest } from './reply.ts';
import { createTraffic, type SiteCounts } from './traffic.ts';

/** The three sites on loopback; see `behaviours.ts` for the names that they know. */
export interface Upstreams {
	/** What a site is pointed at them with, as environment variables. */
	readonly env: Readonly<
		Record<'MAL_CLIENT_ID' | 'MAL_API_URL' | 'ANILIST_API_URL' | 'KITSU_API_URL', string>
	>;
	/** What a site was asked since the start or the last reset. */
	counts(site: ListSite): Readonly<SiteCounts>;
	/** Forgets counts, attempts and limits. */
	reset(): void;
	stop(): Promise<void>;
}

export interface UpstreamOptions {
	/** Where titles and their ids come from. */
	readonly catalogue: Catalogue;
	/** Any free one by default. */
	readonly port?: number;
	/** Requests that a site answers in a minute; AniList 30 by default, the others any number. */
	readonly perMinute?: Partial<Record<ListSite, number>>;
	readonly slowMs?: number;
	readonly dripMs?: number;
	/** Milliseconds since 1970. */
	readonly now?: () => number;
}

const PREFIXES: Record<ListSite, string> = {
	mal: '/mal/v2',
	anilist: '/anilist',
	kitsu: '/kitsu/api/edge',
};
/** What AniList answers since 2024; it was 90. */
const ANILIST_PER_MINUTE = 30;
const MOST_BODY_BYTES = 1_000_000;

/** Starts them on loopback; nothing of a request is kept but counts. */
export async function startUpstreams(options: UpstreamOptions): Promise<Upstreams> {
	const { slowMs = 3000, dripMs = 250, now = Date.now } = options;
	const perMinute = {
		mal: Infinity,
		anilist: ANILIST_PER_MINUTE,
		kitsu: Infinity,
		...options.perMinute,
	};
	const answer = createAnswers(options.catalogue, now);
	let traffic = createTraffic(perMinute, now);

	async function respond(message: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(message.url ?? '/', `http://${message.headers.host}`);
		const site = LIST_SITES.find((one) => isBelow(url.pathname, PREFIXES[one]));
		if (!site) return void response.writeHead(404).end();
		const own = traffic[site];
		own.begin(response);
		const request = await readRequest(message, url, PREFIXES[site]);
		const { headers, retryAfterS } = own.admit();
		if (retryAfterS !== null) return sendTooMany(response, retryAfterS, headers);
		const reply = answer[site](request);
		const told = { ...reply, headers: { ...headers, ...reply.headers } };
		deliver(response, told, own.note(reply), { slowMs, dripMs });
	}

	const server = createServer((request, response) => {
		// Who leaves in the middle of a request gets no answer.
		void respond(request, response).catch(() => response.destroy());
	});
	const base = `http://127.0.0.1:${await listen(server, options.port ?? 0)}`;
	return {
		env: {
			MAL_CLIENT_ID: 'client-id-of-nobody',
			MAL_API_URL: `${base}${PREFIXES.mal}`,
			ANILIST_API_URL: `${base}${PREFIXES.anilist}`,
			KITSU_API_URL: `${base}${PREFIXES.kitsu}`,
		},
		counts: (site) => traffic[site].counts,
		reset: () => (traffic = createTraffic(perMinute, now)),
		stop: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

function createAnswers(
	catalogue: Catalogue,
	now: () => number,
): Readonly<Record<ListSite, (request: UpstreamRequest) => Reply>> {
	const users = createUsers(catalogue);
	const titles = createTitleIndex(catalogue);
	return {
		mal: (request) => answerMal(request, users),
		anilist: (request) => answerAniList(request, { users, titles, nowMs: now() }),
		kitsu: (request) => answerKitsu(request, users),
	};
}

const isBelow = (path: string, prefix: string) => path === prefix || path.startsWith(`${prefix}/`);

async function readRequest(
	message: IncomingMessage,
	url: URL,
	prefix: string,
): Promise<UpstreamRequest> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of message) {
		length += chunk.length;
		if (length > MOST_BODY_BYTES) throw new Error('The body of a request is too long.');
		chunks.push(chunk);
	}
	return {
		method: message.method ?? 'GET',
		url,
		path: url.pathname.slice(prefix.length) || '/',
		headers: message.headers,
		body: Buffer.concat(chunks).toString('utf8'),
	};
}

function listen(server: Server, port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			if (address && typeof address === 'object') resolve(address.port);
			else reject(new Error('The upstreams listen on no port.'));
		});
	});
}
