import { describe, expect, it } from 'vitest';
import type { RecommendationRequest } from '#core/rank/recommendation.ts';
import type { LanesRequest } from '#core/rank/lanes/lane.ts';
import type {
	LanesResult,
	RankingResult,
	SimilarResult,
	WatchOrderResult,
} from '../engine/ranking-engine.ts';
import { toggleInclude, toggleOpen, withRated, withTried } from './changes.ts';
import {
	RecommendController,
	type RecommendControllerOptions,
} from './recommend-controller.svelte.ts';
import { DEFAULT_STATE, parseState } from './url-state.ts';

const TOTAL = 50;

/** An engine whose answers come when the test says so. */
function slowEngine() {
	const asked: LanesRequest[] = [];
	const questions: {
		readonly request: RecommendationRequest;
		readonly signal: AbortSignal | undefined;
		readonly answer: (result?: RankingResult) => Promise<void>;
	}[] = [];
	const recommend = (request: RecommendationRequest, signal?: AbortSignal) =>
		new Promise<RankingResult>((resolve) => {
			questions.push({
				request,
				signal,
				async answer(result = { ok: true, answer: answerTo(request) }) {
					resolve(result);
					await Promise.resolve();
					await Promise.resolve();
				},
			});
		});
	const similar = async (malId: number): Promise<SimilarResult> => {
		return { ok: true, answer: { malId, items: [], anime: [] } };
	};
	const watchOrder = async (malId: number): Promise<WatchOrderResult> => {
		return { ok: true, answer: { malId, start: malId, items: [], anime: [] } };
	};
	const lanes = async (request: LanesRequest): Promise<LanesResult> => {
		asked.push(request);
		return { ok: true, answer: { lanes: [], anime: [] } };
	};
	return { questions, asked, engine: { recommend, lanes, similar, watchOrder } };
}

/** Recommends titles 1000, 1001, …; the first id tells how many entries were sent. */
function answerTo({ entries, offset, limit }: RecommendationRequest) {
	const count = Math.max(0, Math.min(limit, TOTAL - offset));
	return {
		anime: [],
		page: {
			total: TOTAL,
			offset,
			usedEntries: entries.length,
			rough: entries.length < 4,
			unknownEntries: [],
			items: Array.from({ length: count }, (_, row) => ({
				malId: entries.length * 1000 + offset + row,
				place: offset + row + 1,
				predictedPlace: offset + row + 1,
				match: 1,
				strength: 'good' as const,
				predictedScore: 80,
				cold: false,
				franchiseSize: 1,
				standsFor: null,
				planned: false,
				versionOf: null,
				contributions: [],
			})),
		},
	};
}

function controllerOf(
	query: string,
	options: Pick<RecommendControllerOptions, 'entries' | 'hidden' | 'plans'> = {},
) {
	const { questions, asked, engine } = slowEngine();
	const addresses: string[] = [];
	const controller = new RecommendController({
		...options,
		engine,
		state: parseState(new URLSearchParams(query)),
		navigate: (search, how) => void addresses.push(`${how} ${search}`),
	});
	return { controller, questions, asked, addresses };
}

const NO_FACETS = {
	tags: [],
	types: [],
	studios: [],
	sources: [],
	statuses: [],
	ageRatings: [],
	seasons: [],
};

const seen = (malId: number) => ({ malId, score: 80, status: 'completed' as const });

describe('recommendation controller', () => {
	it('changes control and address at once, and keeps the rows until new ones come', async () => {
		const { controller, questions, addresses } = controllerOf('r=1-8');
		void controller.refresh();
		await questions[0]?.answer();
		controller.change(toggleInclude(controller.state, 'movies'));
		expect(addresses).toEqual(['push ?r=1-8&movies=1']);
		expect(controller.state.include.movies).toBe(true);
		expect(controller.loading).toBe(true);
		expect(controller.items[0]?.malId).toBe(1000);
		await questions[1]?.answer();
		expect(controller.loading).toBe(false);
	});

	it('drops an answer that a newer question has overtaken', async () => {
		const { controller, questions } = controllerOf('');
		controller.change(withRated(DEFAULT_STATE, [seen(1)]));
		controller.change(withRated(DEFAULT_STATE, [seen(1), seen(2)]));
		expect(questions[0]?.signal?.aborted).toBe(true);
		await questions[1]?.answer();
		await questions[0]?.answer();
		expect(controller.items[0]?.malId).toBe(2000);
		expect(controller.loading).toBe(false);
	});

	it('follows a control that moves, one question at a time, and the address when it rests', async () => {
		const { controller, questions, addresses } = controllerOf('r=1-8');
		controller.preview(withTried(controller.state, 1, 70));
		controller.preview(withTried(controller.state, 1, 60));
		controller.preview(withTried(controller.state, 1, 50));
		expect(controller.state.whatIf).toEqual([{ malId: 1, score: 50 }]);
		expect(questions).toHaveLength(1);
		expect(addresses).toEqual([]);
		await questions[0]?.answer();
		await Promise.resolve();
		expect(questions.map(({ request }) => request.whatIf?.[0]?.score)).toEqual([70, 50]);
		controller.change(controller.state);
		expect(addresses).toEqual(['push ?r=1-8&whatif=1:50']);
		expect(questions).toHaveLength(2);
	});

	it('asks nothing when only the view changes', () => {
		const { controller, questions, addresses } = controllerOf('r=1-8');
		controller.change(toggleOpen(controller.state, 7), 'replace');
		expect(addresses).toEqual(['replace ?r=1-8&open=7']);
		expect(questions).toHaveLength(0);
	});

	it('continues the list until it ends, one page at a time', async () => {
		const { controller, questions } = controllerOf('r=1-8');
		void controller.refresh();
		void controller.more();
		expect(questions).toHaveLength(1);
		await questions[0]?.answer();
		void controller.more();
		await questions[1]?.answer();
		expect(controller.items.map(({ place }) => place)).toEqual(
			Array.from({ length: TOTAL }, (_, row) => row + 1),
		);
		void controller.more();
		expect(questions).toHaveLength(2);
	});

	it('keeps what it has when a request fails, and asks the same again', async () => {
		const { controller, questions } = controllerOf('r=1-8');
		void controller.refresh();
		await questions[0]?.answer();
		void controller.more();
		await questions[1]?.answer({ ok: false, reason: 'offline' });
		expect(controller.failure).toBe('offline');
		expect(controller.items).toHaveLength(30);
		void controller.more();
		expect(questions).toHaveLength(2);
		void controller.retry();
		expect(questions[2]?.request.offset).toBe(30);
		await questions[2]?.answer();
		expect(controller.failure).toBeNull();
		expect(controller.items).toHaveLength(TOTAL);
	});

	it('is empty at once when the last title goes', async () => {
		const { controller, questions } = controllerOf('r=1-8');
		void controller.refresh();
		await questions[0]?.answer();
		controller.change(withRated(controller.state, []));
		expect(controller.items).toEqual([]);
		expect(controller.loading).toBe(false);
		expect(questions).toHaveLength(1);
	});

	it('asks an engine that knows the list by itself', async () => {
		const { controller, questions } = controllerOf('movies=1', { entries: () => null });
		void controller.refresh();
		expect(questions[0]?.request).toMatchObject({ entries: [], include: { movies: true } });
		await questions[0]?.answer();
		expect(controller.items).toHaveLength(30);
	});

	it('follows Back, but not the late echo of its own steps', () => {
		const { controller, questions } = controllerOf('');
		controller.change(withRated(DEFAULT_STATE, [seen(1)]));
		controller.change(withRated(DEFAULT_STATE, [seen(1), seen(2)]));
		controller.follow('?r=1-8');
		expect(controller.state.rated).toHaveLength(2);
		controller.follow('?r=1-8_2-8');
		expect(questions).toHaveLength(2);
		controller.follow('?r=1-8');
		expect(controller.state.rated).toEqual([seen(1)]);
		expect(questions).toHaveLength(3);
	});

	it('asks anew for as many rows as are shown, so that the page keeps its length', async () => {
		const { controller, questions } = controllerOf('r=1-8');
		void controller.refresh();
		await questions[0]?.answer();
		void controller.more();
		await questions[1]?.answer();
		expect(controller.items).toHaveLength(50);
		void controller.refresh();
		expect(questions.map(({ request }) => request.limit)).toEqual([30, 30, 50]);
	});

	it('asks for lanes with the list, plans, filters and what is hidden, on the day of the visitor', async () => {
		const plan = { malId: 5, score: null, status: 'plan-to-watch' } as const;
		const { controller, asked } = controllerOf('r=1-8&movies=1&view=shelves', {
			hidden: () => ({ titles: [20] }),
			plans: () => [plan],
		});
		await controller.lanes('2026-11-26', new AbortController().signal);
		expect(asked).toEqual([
			{
				entries: [seen(1), plan],
				excludedEntries: [],
				excludedGenres: [],
				include: { extraSeasons: false, movies: true, specials: false, music: false },
				adult: false,
				hidden: { titles: [20] },
				today: '2026-11-26',
			},
		]);
	});

	it('sends along what is hidden', () => {
		const { controller, questions } = controllerOf('r=1-8', { hidden: () => ({ titles: [20] }) });
		void controller.refresh();
		expect(questions[0]?.request.hidden).toEqual({ titles: [20] });
	});

	it('sends along what is planned, beside a list and where only the engine knows it', () => {
		const plan = { malId: 5, score: null, status: 'plan-to-watch' } as const;
		const plans = () => [plan, { ...plan, malId: 1 }];
		const { controller, questions } = controllerOf('r=1-8', { plans });
		void controller.refresh();
		expect(questions[0]?.request.entries).toEqual([seen(1), plan]);
		const unknown = controllerOf('', { plans, entries: () => null });
		void unknown.controller.refresh();
		expect(unknown.questions[0]?.request.entries).toEqual(plans());
	});

	it('asks nothing for a list of plans alone', () => {
		const plans = () => [{ malId: 5, score: null, status: 'plan-to-watch' } as const];
		const { controller, questions } = controllerOf('', { plans });
		void controller.refresh();
		expect(questions).toEqual([]);
	});

	it('drops at once what the device knows to be unwanted', async () => {
		const plan = { malId: 2002, score: null, status: 'plan-to-watch' } as const;
		const { controller, questions } = controllerOf('r=1-8&plans=hide', {
			hidden: () => ({ titles: [2000], franchises: [2001] }),
			plans: () => [plan],
		});
		void controller.refresh();
		await questions[0]?.answer();
		expect(controller.items[0]?.malId).toBe(2000);
		controller.dropUnwanted();
		expect(controller.items[0]?.malId).toBe(2003);
	});

	it('has the choices counted once somebody looks, and keeps the counts meanwhile', async () => {
		const { controller, questions } = controllerOf('r=1-8');
		void controller.refresh();
		expect(questions[0]?.request.facets).toBe(false);
		controller.wantFacets();
		controller.wantFacets();
		expect(questions).toHaveLength(2);
		const { request } = questions[1] ?? { request: null };
		if (request === null) throw new Error('It was asked.');
		const facets = { ...NO_FACETS, types: [{ value: 'TV', count: 3 }] };
		const { anime, page } = answerTo(request);
		await questions[1]?.answer({ ok: true, answer: { anime, page: { ...page, facets } } });
		expect(request.facets).toBe(true);
		void controller.more();
		await questions[2]?.answer();
		expect(questions[2]?.request.facets).toBeUndefined();
		expect(controller.facets).toEqual(facets);
	});
});
