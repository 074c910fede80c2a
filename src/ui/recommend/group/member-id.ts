import { parseListSite, type SiteUser } from '#core/profile/site-user.ts';
import { MOST_MEMBERS } from '#core/rank/group/group.ts';

/**
 * Who takes part, as an address says it: a user of a site, whose list is public, or a list of this device, of which
 * the address says only that there is one.
 */
export type MemberId =
	| { readonly kind: 'site'; readonly user: SiteUser }
	/** Slot 0 is the imported list of `/list`; the others are lists that were added for a group. */
	| { readonly kind: 'device'; readonly slot: number };

/** Names are longer nowhere. */
const LONGEST_NAME = 64;
const DEVICE = /^device(?::([1-8]))?$/;

/** Reads one member; null for what is none. */
export function parseMember(text: string): MemberId | null {
	const slot = DEVICE.exec(text);
	if (slot) return { kind: 'device', slot: Number(slot[1] ?? 0) };
	const colon = text.indexOf(':');
	const site = parseListSite(text.slice(0, Math.max(0, colon)));
	const name = text.slice(colon + 1).trim();
	if (site === undefined || name === '' || name.length > LONGEST_NAME) return null;
	return { kind: 'site', user: { site, name } };
}

/** Inverse of {@link parseMember}; two members are the same where their texts are. */
export function writeMember(member: MemberId): string {
	if (member.kind === 'site') return `${member.user.site}:${member.user.name}`;
	return member.slot === 0 ? 'device' : `device:${member.slot}`;
}

/** Reads members in their order, each once and no more than there may be. */
export function parseMembers(texts: readonly string[], most = MOST_MEMBERS): MemberId[] {
	const byText = new Map<string, MemberId>();
	for (const text of texts.slice(0, 4 * MOST_MEMBERS)) {
		const member = parseMember(text);
		if (member && byText.size < most) byText.set(writeMember(member), member);
	}
	return [...byText.values()];
}

/** Whether any list is on the device: then nothing is ranked on the server. */
export function staysOnDevice(members: readonly MemberId[]): boolean {
	return members.some(({ kind }) => kind === 'device');
}

/** The users among members; the rest has none. */
export function usersOf(members: readonly MemberId[]): SiteUser[] {
	return members.flatMap((member) => (member.kind === 'site' ? [member.user] : []));
}
