import { decodeReference } from '#core/analytics/reference/reference-figures.ts';
import { decodeCatalogue } from '#core/catalogue/decode.ts';
import { openSproutModel } from '#core/model/sprout/open-sprout-model.ts';
import { answerQuestion } from '#core/rank/ranking-questions.ts';
import { createRanking, type Ranking } from '#core/rank/recommend.ts';
import { failureOf, fetchFile, readWithProgress } from './bundle-files.ts';
import type { RankingRefusal } from './ranking-engine.ts';
import type { BundleUrls, OpenResult, WorkerMessage, WorkerQuestion } from './worker-messages.ts';

/** Rows come from this very catalogue: who asks for another title is of another version. */
const UNKNOWN_TITLE: RankingRefusal = { ok: false, reason: 'damaged-model' };

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
	let ranking: Ranking | null = null;

	const open = async (urls: BundleUrls, fresh: boolean): Promise<OpenResult> => {
		try {
			const [titles, facts, figures, model] = await Promise.all([
				fetchFile(fetch, urls.titles, fresh).then((response) => response.json()),
				fetchFile(fetch, urls.facts, fresh).then((response) => response.json()),
				urls.reference === null
					? null
					: fetchFile(fetch, urls.reference, fresh).then((response) => response.json()),
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
			const reference = figures === null ? null : decodeReference(figures);
			const { ratingError } = urls;
			ranking = createRanking(catalogue, openSproutModel(model), { ratingError, reference });
			return { ok: true };
		} catch (error) {
			return { ok: false, reason: failureOf(error) };
		}
	};

	return async (question: WorkerQuestion): Promise<void> => {
		const { id } = question;
		if (question.kind === 'open') {
			post({ kind: 'opened', id, result: await open(question.urls, question.fresh) });
		} else if (ranking === null) {
			throw new Error('The ranking worker was asked before it was opened.');
		} else {
			const answer = answerQuestion(ranking, question.name, question.request);
			const result = answer === undefined ? UNKNOWN_TITLE : ({ ok: true, answer } as const);
			post({ kind: 'answer', id, result });
		}
	};
}
