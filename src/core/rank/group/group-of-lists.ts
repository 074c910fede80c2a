import type { SiteListFailure } from '../../profile/site-list.ts';
import type { SiteListSummary } from '../../profile/site-user.ts';
import type { GroupAnswer, GroupMember } from './group.ts';

/** What became of the list of one member; both null for a list that was brought along. */
export interface MemberList {
	/** What is told of a list that came from its site. */
	readonly list: SiteListSummary | null;
	/** Why its site gave none; the others go on without it. */
	readonly failure: SiteListFailure | null;
}

/** {@link GroupAnswer} where lists were asked of their sites. */
export interface GroupOfLists extends Omit<GroupAnswer, 'members'> {
	/** In the order of the request. */
	readonly members: readonly (GroupMember & MemberList)[];
}

/** Puts together what was ranked and where its lists came from; both in the order of the request. */
export function groupOfLists(answer: GroupAnswer, lists: readonly MemberList[]): GroupOfLists {
	const members = answer.members.map((member, at) => ({
		...member,
		list: lists[at]?.list ?? null,
		failure: lists[at]?.failure ?? null,
	}));
	return { ...answer, members };
}
