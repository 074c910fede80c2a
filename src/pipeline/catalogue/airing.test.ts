import { describe, expect, it } from 'vitest';
import { parseDate, resolveAiring, type StatedAiring } from './airing.ts';

const TODAY = '2026-07-01';

function resolve(stated: Partial<StatedAiring>) {
	const nothing = {
		status: undefined,
		season: undefined,
		startDate: undefined,
		endDate: undefined,
		episodes: null,
	};
	return resolveAiring({ ...nothing, ...stated }, TODAY);
}

describe('parseDate', () => {
	it.each(['2013', '2013-04', '2013-04-07'])('takes %s', (text) =>
		expect(parseDate(text)).toBe(text),
	);
	it.each(['', '2013-13', '2013-02-30', '1800-01-01', '3000', 'soon', undefined])(
		'refuses %s',
		(text) => expect(parseDate(text)).toBeNull(),
	);
});

describe('status', () => {
	it.each([
		['upcoming by its start', { status: 'Currently Airing', startDate: '2026-10-01' }, 'upcoming'],
		[
			'finished by its end',
			{ status: 'Currently Airing', startDate: '2018', endDate: '2018-09-28' },
			'finished',
		],
		['airing by its end', { startDate: '2026-06-01', endDate: '2026-08-24' }, 'airing'],
		['airing without an end', { status: 'Currently Airing', startDate: '1999-10-20' }, 'airing'],
		[
			'finished long after its last episode',
			{ status: 'Not yet aired', startDate: '2019-10-07', episodes: 12 },
			'finished',
		],
		[
			'airing soon after its start',
			{ status: 'Not yet aired', startDate: '2026-06-20', episodes: 12 },
			'airing',
		],
		['as stated without dates', { status: 'Not yet aired' }, 'upcoming'],
		['unknown without anything', {}, null],
	] as const)('%s', (_, stated, status) => expect(resolve(stated).status).toBe(status));
});

describe('dates, season and year', () => {
	it('moves an end that a time zone put before the start, and drops an impossible one', () => {
		expect(resolve({ startDate: '2016-08-26', endDate: '2016-08-25' }).endDate).toBe('2016-08-26');
		expect(resolve({ startDate: '2016-08-26', endDate: '2015-08-25' }).endDate).toBeNull();
		expect(resolve({ startDate: '2016-08-26', endDate: '2016' }).endDate).toBe('2016');
	});

	it('counts a December start for the winter that follows', () => {
		const { season, year } = resolve({ season: 'winter 2021', startDate: '2020-12-07' });
		expect([season, year]).toEqual(['winter', 2021]);
	});

	it('drops a season that disagrees with the start', () => {
		const { season, year } = resolve({ season: 'spring 2023', startDate: '2022-12-17' });
		expect([season, year]).toEqual([null, 2022]);
	});

	it('takes the year from the season where no date is known', () => {
		expect(resolve({ season: 'fall 1999' })).toMatchObject({ season: 'fall', year: 1999 });
		expect(resolve({ season: 'autumn' })).toMatchObject({ season: null, year: null });
	});
});
