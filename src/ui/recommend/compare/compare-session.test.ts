import { describe, expect, it } from 'vitest';
import type { ComparedLists } from '#core/rank/compare/comparison.ts';
import type { EngineResult } from '../engine/ranking-engine.ts';
import { parseMembers } from '../group/member-id.ts';
import { CompareSession } from './compare-session.svelte.ts';

const none = { list: null, failure: null };
const answer: ComparedLists = { lists: [none, none], comparison: null };
const [ann, bo, file] = [['mal:ann'], ['kitsu:bo'], ['device:1']];
const members = (...texts: string[][]) => parseMembers(texts.flat());

function sessionWith() {
	const answers: ((result: EngineResult<ComparedLists>) => void)[] = [];
	const compare = () =>
		new Promise<EngineResult<ComparedLists>>((resolve) => answers.push(resolve));
	return { session: new CompareSession({ compare }, null), answers };
}

describe('a comparison on a page', () => {
	it('is the server’s where both lists are public', async () => {
		const { session, answers } = sessionWith();
		await session.turnTo(members(ann, bo), answer);
		expect([session.answer, session.loading, answers.length]).toEqual([answer, false, 0]);
		await session.turnTo(members(ann), null);
		expect([session.answer, answers.length]).toEqual([null, 0]);
	});

	it('is made here where a list of the device takes part; the newest question counts', async () => {
		const { session, answers } = sessionWith();
		const first = session.turnTo(members(ann, file), null);
		const second = session.turnTo(members(bo, file), null);
		expect(session.loading).toBe(true);
		answers[1]?.({ ok: true, answer });
		await second;
		answers[0]?.({ ok: false, reason: 'offline' });
		await first;
		expect([session.answer, session.failure, session.loading]).toEqual([answer, null, false]);
	});

	it('tells what went wrong', async () => {
		const { session, answers } = sessionWith();
		const asked = session.turnTo(members(ann, file), null);
		answers[0]?.({ ok: false, reason: 'offline' });
		await asked;
		expect([session.answer, session.failure]).toEqual([null, 'offline']);
	});
});
