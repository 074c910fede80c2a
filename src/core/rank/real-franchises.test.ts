import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearModel } from '#tests/support/linear-model.ts';
import { recommendationRequest as ask } from '#tests/support/recommendation-request.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { LIST_STATUSES, type ListEntry, type ListStatus } from '../profile/list-entry.ts';
import { realFranchises } from './real-franchises.fixture.ts';
import { createRanking } from './recommend.ts';
import type { RecommendationRequest } from './recommendation.ts';

const catalogue = smallCatalogue(realFranchises.titles, realFranchises.edges);
const ids = realFranchises.titles.map(({ malId }) => malId);
/** What is known by most comes first, whatever the list. */
const ranking = createRanking(
	catalogue,
	linearModel(ids, (_from, to) => catalogue.anime(catalogue.indexOf(to) ?? -1).members / 1e6),
);

const MONSTER = 19;
const entry = (malId: number, status: ListStatus = 'completed'): ListEntry => ({
	malId,
	status,
	score: 80,
});
const everything = { extraSeasons: true, movies: true, specials: true, music: true };
const rows = (entries: readonly ListEntry[], request: Partial<RecommendationRequest> = {}) =>
	ranking.recommend(ask({ entries, ...request })).page.items;
const answer = (request: Partial<RecommendationRequest>) => ranking.recommend(ask(request));
const shown = (entries: readonly ListEntry[], request: Partial<RecommendationRequest> = {}) =>
	rows(entries, request).map(({ malId }) => malId);
const membersOf = (malId: number) => {
	const franchise = catalogue.franchise[catalogue.indexOf(malId) ?? -1] ?? -1;
	return catalogue.franchiseMembers(franchise).map((index) => catalogue.anime(index).malId);
};

describe('franchise rules on franchises that exist', () => {
	it('show one card for each untouched franchise, its way in (F1, F9)', () => {
		expect(shown([entry(MONSTER)])).toEqual([
			5114, // Fullmetal Alchemist: Brotherhood, best of its franchise
			31240, // Re:Zero, which the crossover doesn't glue to KonoSuba
			30831,
			10087, // Fate/Zero
			5081, // Bakemonogatari
			38472,
			93, // Gundam SEED, best known of several beginnings
			603,
		]);
	});

	it('keep the next seasons of what was completed for those who ask (F2, F8)', () => {
		expect(shown([entry(5081)])).not.toContain(11597);
		expect(shown([entry(9260)])).not.toContain(5081);
		const include = { ...everything, movies: false };
		expect(shown([entry(5081)], { include })).toEqual(expect.arrayContaining([11597, 17074]));
	});

	it('close the franchise of what was dropped, whatever is switched on (F3, F10)', () => {
		const entries = [entry(MONSTER), entry(94, 'dropped')];
		for (const request of [{}, { include: everything }, { only: { types: ['TV' as const] } }]) {
			const gundam = shown(entries, request).filter((malId) => membersOf(80).includes(malId));
			expect(gundam).toEqual([]);
		}
	});

	it('open a closed franchise when the visitor takes the drop back', () => {
		const entries = [entry(MONSTER), entry(94, 'dropped')];
		const hidden = { restored: [94] };
		expect(shown(entries, { hidden, include: everything })).toContain(93);
		expect(shown(entries, { hidden, include: everything })).not.toContain(94);
	});

	it('go on where they were left, with one title, once the drop is taken back (F3)', () => {
		const entries = [entry(MONSTER), entry(11597), entry(5081, 'dropped'), entry(9260, 'dropped')];
		const back = (include: RecommendationRequest['include'], restored: readonly number[]) =>
			shown(entries, { hidden: { restored }, include }).filter((malId) =>
				membersOf(5081).includes(malId),
			);
		const series = { ...everything, extraSeasons: false, specials: false };
		expect(back(series, [])).toEqual([]);
		// Any dropped title of the franchise lets it back.
		expect(back(series, [9260])).toEqual([17074]);
		expect(back(series, [5081])).toEqual([17074]);
		// What is still being watched closes it all the same (F4).
		const watching = [...entries, entry(17074, 'watching')];
		const hidden = { restored: [5081] };
		expect(shown(watching, { hidden, include: everything })).not.toContain(15689);
	});

	it('say what a drop keeps away, and what would appear', () => {
		const request = { entries: [entry(MONSTER), entry(5081, 'dropped'), entry(356)] };
		const { page, anime } = answer(request);
		expect(page.keptAway).toEqual([{ dropped: 5081, malId: 11597, place: expect.any(Number) }]);
		expect(anime.map(({ malId }) => malId)).toEqual(expect.arrayContaining([5081, 11597]));
		const [away] = page.keptAway ?? [];
		const back = answer({ ...request, hidden: { restored: [5081] } }).page;
		expect(back.items.find(({ malId }) => malId === 11597)?.place).toBe(away?.place);
		expect(back).not.toHaveProperty('keptAway');
		// Nothing to let back: hidden as well, filtered out, or further on.
		expect(answer({ ...request, hidden: { franchises: [5081] } }).page).not.toHaveProperty(
			'keptAway',
		);
		expect(answer({ ...request, without: { types: ['TV'] } }).page).not.toHaveProperty('keptAway');
		expect(answer({ ...request, offset: 1 }).page).not.toHaveProperty('keptAway');
	});

	it.each(['watching', 'on-hold'] as const)('close the franchise of what is %s (F4)', (status) => {
		const entries = [entry(MONSTER), entry(603, status)];
		const precure = shown(entries, { include: everything }).filter((malId) =>
			membersOf(603).includes(malId),
		);
		expect(precure).toEqual([]);
	});

	it('show what is planned, marked, instead of the way in, and none of its sequels (F5)', () => {
		const planned = rows([entry(MONSTER), entry(17074, 'plan-to-watch')]);
		expect(planned.find(({ malId }) => malId === 17074)).toMatchObject({ planned: true });
		expect(planned.map(({ malId }) => malId)).not.toContain(5081);
		const entries = [entry(5081), entry(11597, 'plan-to-watch')];
		expect(shown(entries)).toContain(11597);
		const include = { ...everything, specials: false };
		expect(shown(entries, { include })).toEqual(expect.arrayContaining([11597, 9260]));
		expect(shown(entries, { include })).not.toContain(17074);
	});

	it('hide plans, and the way into what is planned, when asked to', () => {
		const plans = shown([entry(MONSTER), entry(17074, 'plan-to-watch')], { plans: 'hide' });
		expect(plans.filter((malId) => membersOf(17074).includes(malId))).toEqual([]);
		// Another line of the same franchise is no plan.
		expect(shown([entry(MONSTER), entry(94, 'plan-to-watch')], { plans: 'hide' })).toContain(90);
	});

	it('never show a recap of what was seen (F6, F10)', () => {
		const entries = [entry(5081), entry(356), entry(MONSTER)];
		const all = shown(entries, { include: everything, adult: true });
		for (const recap of [6948, 36796, 7559, 1109]) expect(all).not.toContain(recap);
		expect(all).toContain(17074);
	});

	it('show a remake of what was seen, marked as another version of it (F7)', () => {
		const alchemist = rows([entry(121)]).find(({ malId }) => malId === 5114);
		expect(alchemist).toMatchObject({ versionOf: 121, standsFor: null });
		const fate = rows([entry(356)]).filter(({ malId }) => membersOf(356).includes(malId));
		expect(fate.map(({ malId, versionOf }) => [malId, versionOf])).toEqual([[22297, 356]]);
	});

	it('show the first part of a remake in several (F7)', () => {
		const include = { ...everything, extraSeasons: false };
		const films = (entries: readonly ListEntry[]) =>
			shown(entries, { include }).filter((malId) => membersOf(80).includes(malId));
		expect(films([entry(85)])).toEqual([1967]);
		expect(films([entry(85), entry(1967)])).toEqual([1968]);
	});

	it('hold for every list under every switch', () => {
		const flag = fc.boolean();
		const lists = fc.uniqueArray(
			fc.record({
				malId: fc.constantFrom(...ids),
				status: fc.constantFrom(...LIST_STATUSES),
				score: fc.constant(80),
			}),
			{ selector: ({ malId }) => malId, minLength: 1, maxLength: 8 },
		);
		const switches = fc.record({
			include: fc.record({ extraSeasons: flag, movies: flag, specials: flag, music: flag }),
			plans: fc.constantFrom('show', 'mark', 'hide'),
			ignoreDislikes: flag,
			adult: flag,
		});
		fc.assert(
			fc.property(lists, switches, (entries, request) => {
				const items = rows(entries, { ...request, limit: 100 });
				const seen = entries.filter(({ status }) => status !== 'plan-to-watch');
				const closing = seen.filter(({ status }) => status !== 'completed');
				const closed = new Set(closing.flatMap(({ malId }) => membersOf(malId)));
				const recaps = realFranchises.edges
					.filter(([from, kind]) => kind === 'summary' && seen.some((one) => one.malId === from))
					.map(([, , to]) => to);
				for (const { malId } of items) {
					expect(closed).not.toContain(malId);
					expect(recaps).not.toContain(malId);
					expect(seen.map((one) => one.malId)).not.toContain(malId);
				}
				if (request.include.extraSeasons) return;
				const franchises = items.map(({ malId }) => membersOf(malId)[0]);
				expect(new Set(franchises).size).toBe(items.length);
			}),
		);
	});
});
