import { describe, expect, it } from 'vitest';
import type { GroupOfLists } from '#core/rank/group/group-of-lists.ts';
import type { GroupRequest } from '#core/rank/group/group.ts';
import type { EngineResult } from '../engine/ranking-engine.ts';
import { GroupController } from './group-controller.svelte.ts';
import { parseGroupState } from './group-state.ts';
import { writeMember, type MemberId } from './member-id.ts';

const TOTAL = 50;

/** Answers when the test says; titles tell how many members were asked for. */
function controllerOf(search: string) {
	const questions: {
		readonly members: readonly MemberId[];
		readonly query: Omit<GroupRequest, 'members'>;
		readonly signal: AbortSignal | undefined;
		readonly answer: (result?: EngineResult<GroupOfLists>) => Promise<void>;
	}[] = [];
	const addresses: string[] = [];
	const controller = new GroupController({
		engine: {
			group: (members, query, signal) =>
				new Promise((resolve) => {
					questions.push({
						members,
						query,
						signal,
						async answer(result) {
							resolve(result ?? { ok: true, answer: answerTo(members.length, query) });
							await Promise.resolve();
							await Promise.resolve();
						},
					});
				}),
		},
		state: parseGroupState(new URLSearchParams(search)),
		answer: null,
		hidden: () => ({ titles: [20] }),
		language: () => 'english',
		navigate: (to, how) => void addresses.push(`${how} ${to}`),
	});
	return { controller, questions, addresses };
}

function answerTo(
	members: number,
	{ offset, limit }: Pick<GroupRequest, 'offset' | 'limit'>,
): GroupOfLists {
	const count = Math.max(0, Math.min(limit, TOTAL - offset));
	const items = Array.from({ length: count }, (_, row) => ({
		malId: members * 1000 + offset + row,
		place: offset + row + 1,
		franchiseSize: 1,
		standsFor: null,
		cold: false,
		members: [],
		reluctant: null,
	}));
	return { total: TOTAL, offset, items, members: [], anime: [] };
}

describe('group controller', () => {
	it('changes control and address at once, and keeps the rows until new ones come', async () => {
		const { controller, questions, addresses } = controllerOf('with=mal:ann&with=kitsu:bo');
		void controller.refresh();
		await questions[0]?.answer();
		controller.change({ fairness: 1 });
		expect(addresses).toEqual(['push ?with=mal:ann&with=kitsu:bo&fair=100']);
		expect([controller.state.fairness, controller.loading]).toEqual([1, true]);
		expect(controller.items[0]?.malId).toBe(2000);
		expect(questions[1]?.query).toMatchObject({ fairness: 1, hidden: { titles: [20] } });
		await questions[1]?.answer();
		expect(controller.loading).toBe(false);
	});

	it('drops an answer that a newer question has overtaken', async () => {
		const { controller, questions } = controllerOf('with=mal:ann&with=kitsu:bo');
		void controller.refresh();
		controller.change({ members: controller.state.members.slice(0, 1) });
		expect(questions[0]?.signal?.aborted).toBe(true);
		await questions[1]?.answer();
		await questions[0]?.answer();
		expect(controller.items[0]?.malId).toBe(1000);
	});

	it('goes on page by page, and asks again for what failed', async () => {
		const { controller, questions } = controllerOf('with=mal:ann');
		void controller.refresh();
		await questions[0]?.answer();
		void controller.more();
		await questions[1]?.answer({ ok: false, reason: 'busy' });
		expect([controller.failure, controller.items.length]).toEqual(['busy', 30]);
		void controller.retry();
		expect(questions[2]?.query.offset).toBe(30);
		await questions[2]?.answer();
		expect(controller.items).toHaveLength(TOTAL);
		void controller.more();
		expect(questions).toHaveLength(3);
	});

	it('is empty at once when the last member goes', async () => {
		const { controller, questions, addresses } = controllerOf('with=mal:ann');
		void controller.refresh();
		await questions[0]?.answer();
		controller.change({ members: [] });
		expect(addresses).toEqual(['push ']);
		expect([controller.items, controller.loading, questions.length]).toEqual([[], false, 1]);
	});

	it('follows Back, but not the late echo of its own steps', () => {
		const { controller, questions } = controllerOf('with=mal:ann');
		controller.change({ fairness: 0 });
		controller.change({ fairness: 1 });
		controller.follow('?with=mal:ann&fair=0');
		expect(controller.state.fairness).toBe(1);
		controller.follow('?with=mal:ann&fair=100');
		expect(questions).toHaveLength(2);
		controller.follow('?with=mal:ann&with=device:2');
		expect(controller.state.members.map(writeMember)).toEqual(['mal:ann', 'device:2']);
		expect(questions).toHaveLength(3);
	});
});
