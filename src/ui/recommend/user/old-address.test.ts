import { describe, expect, it } from 'vitest';
import { movedAddress } from './old-address.ts';

const moved = (name: string, page: string, query = '') =>
	movedAddress(name, page, new URLSearchParams(query));

describe('addresses of the earlier Sprout', () => {
	it('lead to the page of the same user on the same site', () => {
		expect(moved('ann', 'recommendations')).toBe('/user/mal/ann');
		expect(moved('ann', 'recommendations', 'source=anilist')).toBe('/user/anilist/ann');
		expect(moved('ann', 'recommendations', 'source=MAL')).toBe('/user/mal/ann');
		expect(moved('ann', 'stats', 'source=anilist')).toBe('/user/anilist/ann/profile');
		expect(moved('a b', 'atlas', 'colorBy=average_rating')).toBe('/user/mal/a%20b/atlas');
	});

	it('keep the filters that still exist', () => {
		expect(
			moved(
				'ann',
				'recommendations',
				'exs=true&movies=true&music=false&eid=1&eid=abc&eid=20&lw=0.5',
			),
		).toBe('/user/mal/ann?exs=1&movies=1&x=1_20');
	});

	it('are no others', () => {
		expect(moved('ann', 'manga')).toBeNull();
		expect(moved('ann', 'recommendations', 'source=imdb')).toBeNull();
		expect(moved('ann', 'toString')).toBeNull();
	});
});
