import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { decodeCatalogue } from '#core/catalogue/decode.ts';
import { openSproutModel } from '#core/model/sprout/open-sprout-model.ts';
import { createRanking, type Ranking } from '#core/rank/recommend.ts';
import { watchOrder } from '#core/rank/watch-order.ts';
import { failureOf, fetchFile, readWithProgress } from './bundle-files.ts';
import type { RankingRefusal } from './ranking-engine.ts';
import type { BundleUrls, OpenResult, WorkerMessage, WorkerQuestion } from './worker-messages.ts';

const UNKNOWN_TITLE: RankingRefusal = { ok: false, reason: 'damaged-model' };

/** Rows come from this very catalogue: who asks for another title is of another version. */
function known<Answer>(answer: Answer | undefined) {
	return answer === undefined ? UNKNOWN_TITLE : ({ ok: true, answer } as const);
}

export interface RankingHostOptions {
	readonly fetch: typeof fetch;
	readonly post: (message: WorkerMessage) => void;
}

/**
 * The worker's side of the conversation: fetches and opens the bundle, then answers from memory.
 *
 * @returns what to call with every question
 */
export function createRankingHost({ fetch, post }: RankingHostOptions) {
	let opened: { readonly catalogue: Catalogue; readonly ranking: Ranking } | null = null;

	const open = async (urls: BundleUrls, fresh: boolean): Promise<OpenResult> => {
		try {
			const [titles, facts, model] = await Promise.all([
				fetchFile(fetch, urls.titles, fresh).then((response) => response.json()),
				fetchFile(fetch, urls.facts, fresh).then((response) => response.json()),
				fetchFile(fetch, urls.model, fresh).then((response) =>
					readWithProgress(response, (received) =>
						post({
							kind: 'progress',
							progress: { share: Math.min(1, received / urls.modelUnpackedBytes) },
						}),
					),
				),
			]);
			const catalogue = decodeCatalogue(titles, facts);
			const ranking = createRanking(catalogue, openSproutModel(model), urls.ratingError);
			opened = { catalogue, ranking };
			return { ok: true };
		} catch (error) {
			return { ok: false, reason: failureOf(error) };
		}
	};

	return async (question: WorkerQuestion): Promise<void> => {
		const { id } = question;
		if (question.kind === 'open') {
			post({ kind: 'opened', id, result: await open(question.urls, question.fresh) });
		} else if (opened === null) {
			throw new Error('The ranking worker was asked before it was opened.');
		} else if (question.kind === 'recommend') {
			const answer = opened.ranking.recommend(question.request);
			post({ kind: 'recommended', id, result: { ok: true, answer } });
		} else if (question.kind === 'similar') {
			post({ kind: 'similar', id, result: known(opened.ranking.similar(question.request)) });
		} else {
			const { catalogue } = opened;
			post({ kind: 'watch-order', id, result: known(watchOrder(catalogue, question.malId)) });
		}
	};
}
