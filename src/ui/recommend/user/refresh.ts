const PARAMETER = 'refresh';

/** What an address says of refreshing the list: that it is wanted, or why it was in vain. */
export type Refresh = 'wanted' | 'early' | 'failed';

/** Reads an address; null where it says nothing. */
export function parseRefresh(params: Pick<URLSearchParams, 'get'>): Refresh | null {
	const value = params.get(PARAMETER);
	return value === 'wanted' || value === 'early' || value === 'failed' ? value : null;
}

/** The query string after a try to refresh; whatever else the address says stays. */
export function withRefresh(params: URLSearchParams, result: 'done' | 'early' | 'failed'): string {
	const next = new URLSearchParams(params);
	if (result === 'done') next.delete(PARAMETER);
	else next.set(PARAMETER, result);
	const query = next.toString();
	return query === '' ? '' : `?${query}`;
}

/** The fields of a form that refreshes: the parameters of the page, and the wish. */
export function refreshFields(
	params: Iterable<readonly [string, string]>,
): (readonly [string, string])[] {
	return [...[...params].filter(([name]) => name !== PARAMETER), [PARAMETER, 'wanted'] as const];
}
