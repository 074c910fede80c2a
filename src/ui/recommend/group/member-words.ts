import { describeSiteListFailure } from '#core/profile/site-list-failures.ts';
import { SITE_NAMES } from '#core/profile/site-list.ts';
import { userPath } from '#core/profile/site-user.ts';
import type { MemberList } from '#core/rank/group/group-of-lists.ts';
import type { MemberView } from '#core/rank/group/group.ts';
import { scoreText } from '../profile/rating-scale.ts';
import { counted } from '../user/list-age.ts';
import type { DeviceLists } from './device-lists.ts';
import { writeMember, type MemberId } from './member-id.ts';

/** A member as the page tells of it. */
export interface ShownMember {
	readonly id: MemberId;
	/** The same for the same member, whatever its place. */
	readonly key: string;
	readonly name: string;
	/** Page of the list on this site; null where it has none of its own. */
	readonly href: string | null;
	/** Where the list is, and how long. */
	readonly facts: string;
	readonly problem: MemberProblem | null;
}

export interface MemberProblem {
	readonly heading: string;
	readonly text: string;
}

/** What stands in an address that came from another device. */
const ELSEWHERE: MemberProblem = {
	heading: 'This list is on another device',
	text: 'An address holds no list that was imported or rated. Add the file here as well, or take this one out.',
};

/**
 * @param told what the newest answer says of the member's list, if there is one
 * @param lists null where they are not known yet: on the server and before the page runs
 */
export function showMember(
	id: MemberId,
	told: MemberList | undefined,
	lists: Pick<DeviceLists, 'load'> | null,
): ShownMember {
	const key = writeMember(id);
	if (id.kind === 'site') {
		const { site, name } = id.user;
		const where = SITE_NAMES[site];
		const facts = told?.list ? `${where} · ${counted(told.list.entries, 'title')}` : where;
		const text = told?.failure ? describeSiteListFailure(told.failure, site) : null;
		const problem = text && { heading: text.heading, text: `${text.explanation} ${text.nextStep}` };
		return { id, key, name, href: userPath(id.user), facts, problem };
	}
	const list = lists?.load(id.slot) ?? null;
	const name = id.slot === 0 ? 'Your list' : (list?.name ?? `List ${id.slot}`);
	const length = list ? ` · ${counted(list.entries.length, 'title')}` : '';
	const problem = lists !== null && list === null ? ELSEWHERE : null;
	const href = id.slot === 0 && list !== null ? '/list' : null;
	return { id, key, name, href, facts: `On this device${length}`, problem };
}

/** One or two letters that stand for a member beside the name. */
export function initialOf(name: string): string {
	const letters = /[\p{L}\p{N}]/u.exec(name);
	return (letters?.[0] ?? '·').toUpperCase();
}

/** What a title is to a member, in a few words; null where nothing can be said. */
export function viewWords({ prediction, entry }: MemberView): string | null {
	if (prediction) {
		const planned = entry?.status === 'plan-to-watch' ? ', planned' : '';
		return `${prediction.strength} match, about ${(prediction.score / 10).toFixed(1)}${planned}`;
	}
	if (entry === null) return null;
	if (entry.status === 'plan-to-watch') return 'planned';
	return entry.score === null ? 'has seen it' : `has seen it: ${scoreText(entry.score)}`;
}
