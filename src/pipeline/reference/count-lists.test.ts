import { describe, expect, it } from 'vitest';
import { LIST_STATUSES } from '#core/profile/list-entry.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { packEntry } from '../dataset/entry-code.ts';
import { ReferenceCounter } from './count-lists.ts';

const TITLES = 30;
const catalogue = smallCatalogue(
	Array.from({ length: TITLES }, (_, at) => ({ malId: 3 * (TITLES - at), members: 99 })),
);
const code = (score: number, status: (typeof LIST_STATUSES)[number]) =>
	packEntry(score, LIST_STATUSES.indexOf(status));

/** A list of the first titles by id. */
function list(user: number, codes: readonly number[]) {
	return {
		user,
		malIds: Int32Array.from(codes, (_, at) => 3 * (at + 1)),
		codes: Uint8Array.from(codes),
	};
}

describe('ReferenceCounter', () => {
	it('adds up scores, listings and distributions', () => {
		const counter = new ReferenceCounter(catalogue);
		const watched = Array.from({ length: 20 }, () => code(8, 'completed'));
		for (let user = 0; user < 5; user++) {
			counter.add(list(user, [code(10, 'dropped'), ...watched.slice(1), code(0, 'plan-to-watch')]));
		}
		const counts = counter.finish();
		expect(counts.lists).toEqual([5]);
		expect(counts.malIdSteps).toEqual(Array<number>(TITLES).fill(3));
		expect(counts.listings.slice(18, 22)).toEqual([5, 5, 0, 0]);
		expect(counts.points.slice(0, 20)).toEqual([
			0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0,
		]);
		expect(counts.allPoints).toEqual([0, 0, 0, 0, 0, 0, 0, 5 * 19, 0, 5]);
		expect(counts.listed[10]).toBe(20);
		expect(counts.means[10]).toBe(Math.round((100 * (100 + 19 * 80)) / 20));
		expect(counts.dropRates[10]).toBe(10_000 / 20);
		expect(counts.renown.mostTitles).toEqual([50, 100, 200, 400, 0]);
		expect(counts.renown.quantiles[10]).toBe(Math.round(1000 * Math.log(100)));
	});

	it('tells nothing of a title that few have scored, nor of lists that are too short', () => {
		const counter = new ReferenceCounter(catalogue);
		for (let user = 0; user < 4; user++) {
			counter.add(
				list(
					user,
					Array.from({ length: 20 }, () => code(7, 'completed')),
				),
			);
		}
		counter.add(list(9, [code(7, 'completed')]));
		const counts = counter.finish();
		expect(counts.lists).toEqual([4]);
		expect(counts.points.every((count) => count === 0)).toBe(true);
		expect(counts.allPoints[6]).toBe(80);
		// Lists that tell no status tell no drop rate.
		expect(counts.dropRates.every((rate) => rate === 0)).toBe(true);
	});
});
