import * as v from 'valibot';
import { type SiteListFailure, type SiteListFailureReason } from '#core/profile/site-list.ts';

/** A failure that needs no more words. */
export function failed(reason: SiteListFailureReason): SiteListFailure {
	return { ok: false, reason };
}

/** A site's JSON as what its documentation promises; another shape means that the site has changed. */
export function readAnswer<S extends v.GenericSchema>(
	schema: S,
	json: unknown,
): { readonly ok: true; readonly value: v.InferOutput<S> } | SiteListFailure {
	const parsed = v.safeParse(schema, json);
	return parsed.success ? { ok: true, value: parsed.output } : failed('source-changed');
}

/** An id that some site numbers its titles or rows with. */
export const ID = v.pipe(v.number(), v.integer(), v.minValue(1));

/** How often or how far; sites leave it out or write null where there is nothing to count. */
export const COUNT = v.pipe(
	v.nullish(v.pipe(v.number(), v.integer()), 0),
	v.transform((count) => Math.max(0, count)),
);

/** Text that may be left out. */
export const TEXT = v.nullish(v.string());

/** A number that may be left out. */
export const NUMBER = v.nullish(v.number());
