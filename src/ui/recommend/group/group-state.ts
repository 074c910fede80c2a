import { GROUP_SEEN, type GroupRequest, type GroupSeen } from '#core/rank/group/group.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';
import { toRequest } from '../state/changes.ts';
import { DEFAULT_STATE, parseState, writeState, type RecommendState } from '../state/url-state.ts';
import { parseMembers, writeMember, type MemberId } from './member-id.ts';

/** Everything that the page of a group shows; it lives in the address. */
export interface GroupState extends Pick<
	RecommendState,
	'include' | 'excludedGenres' | 'options' | 'titles'
> {
	/** In the order in which they joined, each once. */
	readonly members: readonly MemberId[];
	/** 0 (best on average) to 1 (best for whoever likes it least), in whole percent. */
	readonly fairness: number;
	readonly seenBy: GroupSeen;
}

/** In the middle: nobody has said what they want. */
const USUAL_FAIRNESS = 0.5;

type Params = Pick<URLSearchParams, 'get' | 'getAll'>;

/** Reads an address. Never fails: what is malformed or too much falls away. */
export function parseGroupState(params: Params): GroupState {
	const { include, excludedGenres, options, titles } = parseState(params);
	return {
		members: parseMembers(params.getAll('with')),
		fairness: parseFairness(params.get('fair')),
		seenBy: GROUP_SEEN.find((seen) => seen === params.get('seen')) ?? 'none',
		include,
		excludedGenres,
		options,
		titles,
	};
}

/** Writes an address, `?…` or nothing: `?with=mal:ann&with=device&fair=80`, then the filters of every list. */
export function writeGroupState(state: GroupState): string {
	const { include, excludedGenres, options, titles } = state;
	const params = new URLSearchParams(state.members.map((one) => ['with', writeMember(one)]));
	const percent = Math.round(state.fairness * 100);
	if (percent !== USUAL_FAIRNESS * 100) params.set('fair', String(percent));
	if (state.seenBy !== 'none') params.set('seen', state.seenBy);
	const filters = writeState({ ...DEFAULT_STATE, include, excludedGenres, options, titles });
	for (const [name, text] of new URLSearchParams(filters)) params.set(name, text);
	const query = readable(params);
	return query === '' ? '' : `?${query}`;
}

/** The address of a page about several lists. */
export function togetherPath(page: '/group' | '/compare', members: readonly MemberId[]): string {
	const params = new URLSearchParams(members.map((one) => ['with', writeMember(one)]));
	return members.length === 0 ? page : `${page}?${readable(params)}`;
}

/** Where rated titles join a group: behind `#`, which browsers keep to themselves. */
export function withOthers(rated: readonly ListEntry[]): string {
	return `/group${writeState({ ...DEFAULT_STATE, rated }).replace('?', '#')}`;
}

/** Two states with the same key have the same answer. */
export function groupKey(state: GroupState): string {
	return writeGroupState({ ...state, titles: DEFAULT_STATE.titles });
}

/** The question that a state asks, without the lists. */
export function toGroupQuery(
	state: GroupState,
	offset = 0,
): Omit<GroupRequest, 'members' | 'hidden'> {
	const {
		entries: _entries,
		excludedEntries: _excluded,
		...shared
	} = toRequest({ ...state, excludedEntries: [], whatIf: [] }, [], offset);
	return { ...shared, fairness: state.fairness, seenBy: state.seenBy };
}

/** A query may hold colons as they are. */
function readable(params: URLSearchParams): string {
	return params.toString().replaceAll('%3A', ':');
}

function parseFairness(text: string | null): number {
	return text !== null && /^(?:100|\d{1,2})$/.test(text) ? Number(text) / 100 : USUAL_FAIRNESS;
}
