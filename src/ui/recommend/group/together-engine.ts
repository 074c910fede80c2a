import type { ListEntry } from '#core/profile/list-entry.ts';
import type { ComparedLists, CompareRequest } from '#core/rank/compare/comparison.ts';
import {
	groupOfLists,
	type GroupOfLists,
	type MemberList,
} from '#core/rank/group/group-of-lists.ts';
import type { GroupRequest } from '#core/rank/group/group.ts';
import { ask, hasAnime, posting } from '../engine/remote-engine.ts';
import type { EngineResult, LocalRankingEngine, RankingRefusal } from '../engine/ranking-engine.ts';
import type { DeviceLists } from './device-lists.ts';
import { fetchList, type FetchedList } from './list-client.ts';
import { staysOnDevice, writeMember, type MemberId } from './member-id.ts';

/** Answers questions about several lists, wherever those are. Never throws for what a visitor can meet. */
export interface TogetherEngine {
	/** On the server where all lists are public, else here. */
	group(
		members: readonly MemberId[],
		query: Omit<GroupRequest, 'members'>,
		signal?: AbortSignal,
	): Promise<EngineResult<GroupOfLists>>;
	/** Always here. */
	compare(
		members: readonly [MemberId, MemberId],
		query: Omit<CompareRequest, 'lists'>,
		signal?: AbortSignal,
	): Promise<EngineResult<ComparedLists>>;
	close(): void;
}

export interface TogetherEngineOptions {
	readonly fetch: typeof fetch;
	readonly worker: LocalRankingEngine;
	readonly lists: Pick<DeviceLists, 'load'>;
}

/**
 * Lists by user name are public: with them alone the server ranks. As soon as a list of this device takes part they
 * are fetched, each once, and all is ranked in the worker, so that it goes nowhere.
 */
export function createTogetherEngine({
	fetch,
	worker,
	lists,
}: TogetherEngineOptions): TogetherEngine {
	const fetched = new Map<string, Promise<FetchedList>>();

	const get = async (member: MemberId): Promise<Gathered | RankingRefusal> => {
		if (member.kind === 'device') {
			return { entries: lists.load(member.slot)?.entries ?? [], list: null, failure: null };
		}
		const key = writeMember(member);
		// Not called off with the question: the next one wants the same list.
		const asked = fetched.get(key) ?? fetchList(fetch, member.user);
		fetched.set(key, asked);
		const found = await asked;
		if (found.kind === 'list') return { entries: found.entries, list: found.list, failure: null };
		// What went wrong may go right the next time.
		fetched.delete(key);
		if (found.kind === 'refusal') return found.refusal;
		return { entries: [], list: null, failure: found.failure };
	};

	const gather = async (members: readonly MemberId[]): Promise<Gathered[] | RankingRefusal> => {
		const all = await Promise.all(members.map(get));
		const gathered: Gathered[] = [];
		for (const one of all) {
			if ('reason' in one) return one;
			gathered.push(one);
		}
		return gathered;
	};

	return {
		async group(members, query, signal) {
			if (!staysOnDevice(members)) {
				const body = { ...query, members: members.flatMap(asNamed) };
				return ask(fetch, '/groups', isGroup, posting(body, signal));
			}
			const gathered = await gather(members);
			if ('reason' in gathered) return gathered;
			const asked = { ...query, members: gathered.map(({ entries }) => entries) };
			const result = await worker.group(asked);
			return result.ok ? { ok: true, answer: groupOfLists(result.answer, gathered) } : result;
		},
		async compare(members, query) {
			const gathered = await gather(members);
			if ('reason' in gathered) return gathered;
			const [a, b] = gathered;
			if (a === undefined || b === undefined) throw new Error('Two lists were asked for.');
			const told = [listOf(a), listOf(b)] as const;
			// A list that is not there says nothing: that is told of the member, and there is nothing to compare.
			if (a.entries.length === 0 || b.entries.length === 0) {
				return { ok: true, answer: { lists: told, comparison: null } };
			}
			const result = await worker.compare({ ...query, lists: [a.entries, b.entries] });
			if (!result.ok) return result;
			return { ok: true, answer: { lists: told, comparison: result.answer } };
		},
		close: () => worker.close(),
	};
}

interface Gathered extends MemberList {
	readonly entries: readonly ListEntry[];
}

function listOf({ list, failure }: Gathered): MemberList {
	return { list, failure };
}

function asNamed(member: MemberId): { readonly source: string; readonly name: string }[] {
	return member.kind === 'site' ? [{ source: member.user.site, name: member.user.name }] : [];
}

function isGroup(value: unknown): value is GroupOfLists {
	return hasAnime(value) && 'items' in value && 'members' in value && Array.isArray(value.members);
}
