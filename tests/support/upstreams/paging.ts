import type { FixtureUser } from './fixtures/user.ts';

/** A page of a list; the pages of an endless one begin anew. */
export function pageOf<T>(all: readonly T[], offset: number, limit: number, endless: boolean) {
	const from = endless && all.length > 0 ? offset % all.length : offset;
	const rows = all.slice(from, from + limit);
	return { rows, hasNext: endless || offset + limit < all.length };
}

/** The address of another page as the client reaches this server, or at a host that it must not follow. */
export function nextUrl(
	url: URL,
	changed: Readonly<Record<string, number>>,
	{ nextElsewhere }: FixtureUser,
): string {
	const next = new URL(url);
	for (const [name, value] of Object.entries(changed)) next.searchParams.set(name, String(value));
	if (nextElsewhere) next.host = 'elsewhere.invalid';
	return next.href;
}
