import { describe, expect, it } from 'vitest';
import type { Lane } from '#core/rank/lanes/lane.ts';
import type { LanesResult } from '../engine/ranking-engine.ts';
import { LaneBoard } from './lane-board.svelte.ts';

const lane = (kind: Lane['kind']): Lane => ({ kind, about: null, more: null, items: [] });
const answerOf = (...kinds: Lane['kind'][]): LanesResult => {
	return { ok: true, answer: { lanes: kinds.map(lane), anime: [] } };
};

/** A board whose answers come when the test says so. */
function slowBoard() {
	const questions: { signal: AbortSignal; answer: (result: LanesResult) => void }[] = [];
	const board = new LaneBoard(
		(signal) => new Promise((answer) => void questions.push({ signal, answer })),
	);
	return { board, questions };
}

describe('the board of lanes', () => {
	it('keeps its lanes until the next ones are there', async () => {
		const { board, questions } = slowBoard();
		const first = board.refresh();
		expect([board.lanes, board.loading]).toEqual([null, true]);
		questions[0]?.answer(answerOf('next'));
		await first;
		expect([board.lanes?.length, board.loading]).toEqual([1, false]);
		const second = board.refresh();
		expect(board.lanes?.[0]?.kind).toBe('next');
		questions[1]?.answer(answerOf('films', 'gems'));
		await second;
		expect(board.lanes?.map(({ kind }) => kind)).toEqual(['films', 'gems']);
	});

	it('drops an answer that was overtaken', async () => {
		const { board, questions } = slowBoard();
		const [first, second] = [board.refresh(), board.refresh()];
		expect(questions[0]?.signal.aborted).toBe(true);
		questions[1]?.answer(answerOf('films'));
		questions[0]?.answer(answerOf('next'));
		await Promise.all([first, second]);
		expect(board.lanes?.[0]?.kind).toBe('films');
	});

	it('keeps its lanes beside a failure, until the next answer', async () => {
		const { board, questions } = slowBoard();
		const steps = [answerOf('next'), { ok: false, reason: 'busy' } as const, answerOf('films')];
		const seen: unknown[] = [];
		for (const [at, result] of steps.entries()) {
			const asked = board.refresh();
			questions[at]?.answer(result);
			await asked;
			seen.push([board.lanes?.[0]?.kind, board.failure]);
		}
		expect(seen).toEqual([
			['next', null],
			['next', 'busy'],
			['films', null],
		]);
	});

	it('asks no further once nobody looks', async () => {
		const { board, questions } = slowBoard();
		const asked = board.refresh();
		board.close();
		expect(questions[0]?.signal.aborted).toBe(true);
		questions[0]?.answer(answerOf('next'));
		await asked;
		expect(board.lanes).toBeNull();
	});
});
