import { describe, expect, it } from 'vitest';
import type { SimilarAnswer } from '#core/rank/answer.ts';
import { scriptedRanking } from '#tests/support/scripted-ranking.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import type { RankingOutcome } from '../ranking/ranking-outcome.ts';
import { titlePage, type TitlePageParts } from './title-page.ts';

const catalogue = smallCatalogue([
	{ malId: 1, synonyms: ['One'], franchise: 'own' },
	{ malId: 2, franchise: 'own' },
	...[10, 11, 12, 13, 14, 15, 16, 17].map((malId) => ({ malId })),
]);
const details = { synopsis: 'A story.', poster: null, streaming: [], nextEpisode: null };

/** Titles 10 to 16 are similar; 10 stands for 17. */
const similar: SimilarAnswer = {
	malId: 1,
	items: [10, 11, 12, 13, 14, 15, 16].map((malId) => ({
		malId,
		likeness: 1,
		reasons: [],
		shared: [],
		standsFor: malId === 10 ? 17 : null,
	})),
	anime: [],
};

function parts(
	outcome: RankingOutcome<SimilarAnswer | undefined>,
	known = new Map([[1, details]]),
): TitlePageParts {
	return {
		catalogue,
		ranking: scriptedRanking({ similar: () => outcome }),
		titleDetails: { get: async () => known },
		audienceOf: () => ({ titles: [11, 12], subjects: ['Mystery'] }),
	};
}
const { signal } = new AbortController();

describe('titlePage', () => {
	it('gathers facts, franchise, similar titles, audience and details', async () => {
		const page = await titlePage(parts({ ok: true, answer: similar }), 1, signal);
		expect(page).toMatchObject({
			card: { malId: 1 },
			synonyms: ['One'],
			order: { start: 1, items: [{ malId: 1 }, { malId: 2 }] },
			audience: { subjects: ['Mystery'], anime: [{ malId: 11 }, { malId: 12 }] },
			details,
		});
		expect(page?.similar?.items.map(({ malId }) => malId)).toEqual([10, 11, 12, 13, 14, 15]);
	});

	it('is whole without the ranking and without details', async () => {
		const page = await titlePage(parts({ ok: false, reason: 'busy' }, new Map()), 1, signal);
		expect(page).toMatchObject({
			card: { malId: 1 },
			similar: null,
			audience: null,
			details: null,
		});
	});

	it('is none for a title that the catalogue lacks', async () => {
		expect(await titlePage(parts({ ok: true, answer: similar }), 404, signal)).toBeUndefined();
	});
});
