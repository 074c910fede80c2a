/** One row of a benchmark. */
export interface Measurement {
	readonly name: string;
	readonly median: number;
	readonly unit: 'ms' | 'MB' | 'KB';
	/** What it must stay under. */
	readonly limit?: number;
	/** The same work done in the plainest way, measured in the same run. */
	readonly reference?: { readonly name: string; readonly median: number };
	readonly note?: string;
}

/** Middle value of some numbers. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	const upper = sorted[middle] ?? Number.NaN;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Median milliseconds of `runs` calls after `warmUp` uncounted ones. */
export async function timeMedian(
	work: () => unknown,
	{ runs = 50, warmUp = 10 }: { runs?: number; warmUp?: number } = {},
): Promise<number> {
	for (let run = 0; run < warmUp; run++) await work();
	const times: number[] = [];
	for (let run = 0; run < runs; run++) {
		const start = performance.now();
		await work();
		times.push(performance.now() - start);
	}
	return median(times);
}
