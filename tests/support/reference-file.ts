import {
	POINTS,
	QUANTILE_STEPS,
	REFERENCE_FORMAT,
	type ReferenceFile,
} from '#core/analytics/reference/reference-file.ts';

/** What a test knows of one title. */
export interface ReferenceTitle {
	readonly malId: number;
	readonly listings?: number;
	/** How often it got 1 … 10. */
	readonly points?: readonly number[];
	readonly region?: number;
}

/** Quantiles that rise evenly from the first number to the last. */
export function evenly(from: number, to: number): number[] {
	return Array.from(
		{ length: QUANTILE_STEPS + 1 },
		(_, step) => from + ((to - from) * step) / QUANTILE_STEPS,
	);
}

/** Reference figures of a few titles, ascending by id; lists have 0–200 titles, means of 60–80, drop rates of 0–40 %. */
export function referenceFile(
	titles: readonly ReferenceTitle[],
	rest: Partial<ReferenceFile> = {},
): ReferenceFile {
	const none = Array.from({ length: POINTS }, () => 0);
	const points = titles.map((title) => title.points ?? none);
	return {
		format: REFERENCE_FORMAT,
		kind: 'reference',
		lists: [100],
		malIdSteps: titles.map(({ malId }, at) => malId - (titles[at - 1]?.malId ?? 0)),
		listings: titles.map(({ listings = 0 }) => listings),
		points: points.flat(),
		allPoints: none.map((_, at) => points.reduce((sum, own) => sum + (own[at] ?? 0), 0)),
		listed: evenly(0, 200),
		means: evenly(6000, 8000),
		dropRates: evenly(0, 4000),
		// Titles of e⁸ to e¹² members on short lists, of e⁶ to e¹⁰ on others.
		renown: { mostTitles: [50, 0], quantiles: [...evenly(8000, 12_000), ...evenly(6000, 10_000)] },
		regions: { left: [], right: [], regionOf: titles.map(({ region = 0 }) => region) },
		...rest,
	};
}
