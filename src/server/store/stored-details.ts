import * as v from 'valibot';
import type { TitleDetails } from '#core/catalogue/title-details.ts';

const detailsSchema = v.object({
	synopsis: v.nullable(v.string()),
	poster: v.nullable(v.string()),
	streaming: v.array(v.object({ site: v.string(), url: v.string() })),
	nextEpisode: v.nullable(v.object({ number: v.number(), airsAt: v.number() })),
});

/** Details from the JSON that a row holds; undefined where it is damaged. */
export function readStoredDetails(json: string): TitleDetails | undefined {
	let value: unknown;
	try {
		value = JSON.parse(json);
	} catch {
		return undefined;
	}
	const result = v.safeParse(detailsSchema, value);
	return result.success ? result.output : undefined;
}
