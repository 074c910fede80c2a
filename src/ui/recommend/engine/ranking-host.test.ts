import { describe, expect, it } from 'vitest';
import { encodeCatalogue } from '#core/catalogue/encode.ts';
import { writeSproutModel } from '#core/model/sprout/write-sprout-model.ts';
import { referenceFile } from '#tests/support/reference-file.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { wideNetworkFile } from '#tests/support/wide-network.ts';
import { toRequest } from '../state/changes.ts';
import { DEFAULT_STATE } from '../state/url-state.ts';
import { createRankingHost } from './ranking-host.ts';
import type { WorkerMessage } from './worker-messages.ts';

const catalogue = smallCatalogue([{ malId: 10 }, { malId: 20 }, { malId: 30 }]);
const { titles, facts } = encodeCatalogue({
	anime: [0, 1, 2].map((index) => catalogue.anime(index)),
	pairs: [],
	franchises: [],
});

/** Whoever saw 10 likes 30 most: S is 0.01 for (10, 20), 1.27 for (10, 30) and nothing else. */
const model = writeSproutModel(
	wideNetworkFile({
		items: Int32Array.of(10, 20, 30),
		magnitudes: Float32Array.from({ length: 128 }, (_, code) => code / 100),
		triangle: Int8Array.of(1, 127, 0),
	}),
);
const urls = {
	titles: '/titles',
	facts: '/facts',
	model: '/model',
	reference: '/reference',
	modelBytes: model.length,
	modelUnpackedBytes: model.length,
};

type File = () => Response;
const files = (changed: Record<string, File> = {}): Record<string, File> => ({
	'/titles': () => Response.json(titles),
	'/facts': () => Response.json(facts),
	'/model': () => new Response(model),
	'/reference': () => Response.json(referenceFile([{ malId: 10, listings: 3 }])),
	...changed,
});

function hostOver(served: Record<string, File>) {
	const said: WorkerMessage[] = [];
	const host = createRankingHost({
		fetch: async (url) => served[String(url)]?.() ?? new Response('', { status: 404 }),
		post: (message) => void said.push(message),
	});
	return { host, said };
}

describe('ranking host', () => {
	it('opens the bundle with progress to the end, and ranks', async () => {
		const { host, said } = hostOver(files());
		await host({ kind: 'open', id: 0, urls, fresh: false });
		expect(said.filter(({ kind }) => kind === 'progress').at(-1)).toEqual({
			kind: 'progress',
			progress: { share: 1 },
		});
		expect(said.at(-1)).toEqual({ kind: 'opened', id: 0, result: { ok: true } });

		const entries = [{ malId: 10, score: 100, status: 'completed' as const }];
		await host({
			kind: 'ask',
			name: 'recommend',
			id: 1,
			request: toRequest(DEFAULT_STATE, entries),
		});
		expect(said.at(-1)).toMatchObject({
			kind: 'answer',
			id: 1,
			result: { ok: true, answer: { page: { items: [{ malId: 30 }, { malId: 20 }] } } },
		});

		const similar = { malId: 10, limit: 1, includeFranchise: false };
		await host({ kind: 'ask', name: 'similar', id: 2, request: similar });
		expect(said.at(-1)).toMatchObject({
			kind: 'answer',
			id: 2,
			result: { ok: true, answer: { malId: 10, items: [{ malId: 30 }] } },
		});
		await host({ kind: 'ask', name: 'similar', id: 3, request: { ...similar, malId: 99 } });
		expect(said.at(-1)).toMatchObject({ id: 3, result: { ok: false, reason: 'damaged-model' } });

		const asked = { entries, parts: ['facts'] as const };
		await host({ kind: 'ask', name: 'profile', id: 5, request: asked });
		expect(said.at(-1)).toMatchObject({
			kind: 'answer',
			id: 5,
			result: { ok: true, answer: { facts: { counts: { watched: 1, listedPercentile: 0.005 } } } },
		});

		await host({ kind: 'ask', name: 'watchOrder', id: 4, request: 20 });
		expect(said.at(-1)).toMatchObject({
			kind: 'answer',
			id: 4,
			result: { ok: true, answer: { start: 20, items: [{ malId: 20, role: 'start' }] } },
		});
	});

	it.each([
		['cut short', { '/model': () => new Response(model.slice(0, -5)) }, 'damaged-model'],
		['no JSON', { '/facts': () => new Response('<html>') }, 'damaged-model'],
		['missing', { '/titles': () => new Response('', { status: 404 }) }, 'server'],
		[
			'out of reach',
			{
				'/model': () => {
					throw new TypeError('Failed to fetch');
				},
			},
			'offline',
		],
	] as const)('says what is wrong with a file that is %s', async (_, changed, reason) => {
		const { host, said } = hostOver(files(changed));
		await host({ kind: 'open', id: 0, urls, fresh: false });
		expect(said.at(-1)).toEqual({ kind: 'opened', id: 0, result: { ok: false, reason } });
	});
});
