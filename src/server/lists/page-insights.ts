import type { ProfileAnalytics } from '#core/analytics/profile-analytics.ts';

/** What a list says, or what its page tells instead. */
export type PageInsights =
	| { readonly ok: true; readonly answer: ProfileAnalytics }
	| { readonly ok: false; readonly reason: 'busy' | 'list' | 'server' };

/** Whoever failed, as the ranking or `describeUser` say it. */
type Described =
	| { readonly ok: true; readonly answer: ProfileAnalytics }
	| { readonly ok: false; readonly at?: 'list' | 'ranking'; readonly reason?: string };

/** What a page that is there already gets to know of an answer that comes after it. */
export async function pageInsights(coming: Promise<Described>): Promise<PageInsights> {
	const described = await coming;
	if (described.ok) return { ok: true, answer: described.answer };
	if (described.at === 'list') return { ok: false, reason: 'list' };
	return { ok: false, reason: described.reason === 'busy' ? 'busy' : 'server' };
}
