/** An address below a site's base address, which may have a path of its own. */
export function siteUrl(base: URL, path: string, query: Readonly<Record<string, string>>): URL {
	const url = new URL(base);
	url.pathname = `${base.pathname.replace(/\/$/, '')}/${path}`;
	for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
	return url;
}

/**
 * The page that an answer names as the next; null when it is the same again, or on another site: a key must not be
 * sent there, and a server must not be sent to addresses behind its wall.
 */
export function nextPage(current: URL, link: string): URL | null {
	const url = URL.parse(link, current);
	return url?.origin === current.origin && url.href !== current.href ? url : null;
}
