import { describe, expect, it } from 'vitest';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import type { SimilarAnswer } from './answer.ts';
import { createAudience } from './audience.ts';

/** Mystery on 4 of 10 titles, Comedy on 8. */
const catalogue = smallCatalogue([
	{ malId: 1, genres: ['Mystery', 'Comedy', 'Award Winning'] },
	{ malId: 2, genres: ['Mystery', 'Comedy', 'Award Winning'] },
	{ malId: 3, genres: ['Comedy'], themes: ['Mystery'] },
	{ malId: 4, genres: ['Mystery', 'Comedy'] },
	...[5, 6, 7, 8].map((malId) => ({ malId, genres: ['Comedy'] })),
	{ malId: 9 },
	{ malId: 10 },
]);
const audienceOf = createAudience(catalogue);

function answer(
	items: readonly { malId: number; standsFor?: number; alike?: boolean }[],
): SimilarAnswer {
	return {
		malId: 99,
		anime: [],
		items: items.map(({ malId, standsFor = null, alike = true }) => ({
			malId,
			likeness: 1,
			reasons: alike ? ['same-audience'] : ['same-taste'],
			shared: [],
			standsFor,
		})),
	};
}

describe('audience', () => {
	it('names the titles of the same people, strongest first, and what is theirs', () => {
		const found = audienceOf(answer([1, 2, 3, 4, 5].map((malId) => ({ malId }))));
		// Mystery: 4/5 of them against 4/10; Comedy: 5/5 against 8/10, which is no more than 1.25 times.
		expect(found).toEqual({ titles: [1, 2, 3, 4], subjects: ['Mystery'] });
	});

	it('counts the member that is alike, and nobody who is alike otherwise', () => {
		const found = audienceOf(
			answer([
				{ malId: 9, alike: false },
				{ malId: 9, standsFor: 3 },
			]),
		);
		expect(found).toEqual({ titles: [3], subjects: [] });
	});

	it('is unknown where no list told of any', () => {
		expect(audienceOf(answer([{ malId: 1, alike: false }]))).toBeNull();
	});
});
