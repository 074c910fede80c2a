import { describe, expect, test } from 'vitest';
import { METRICS, type Evaluation, type ViewValues } from './evaluate-recommender.ts';
import { markdownTable } from './markdown-table.ts';
import { differenceTable, mainTable } from './quality-tables.ts';
import { renderEvaluation } from './render-evaluation.ts';
import { pairedDifference, reportModel, type Measured, type ReportContext } from './report.ts';
import { reportFixture } from '#tests/support/evaluation-report.ts';

/** Two users whose NDCG is given; the first ranking shows items 0 and 1, the second 0 and 2. */
function valuesOf(ndcg: readonly number[]): ViewValues {
	const metrics = Object.fromEntries(METRICS.map((name) => [name, Float64Array.from(ndcg)]));
	return {
		users: ndcg.map((_, at) => at + 1),
		metrics: metrics as ViewValues['metrics'],
		rankings: [Int32Array.of(0, 1), Int32Array.of(0, 2)],
		relevant: [new Set([1, 2]), new Set([2])],
	};
}

function evaluationOf(name: string, ndcg: readonly number[]): Evaluation {
	const view = valuesOf(ndcg);
	return {
		name,
		views: { all: view, newFranchise: view, rare: view, planned: view },
		scoringMs: 1,
	};
}

const CONTEXT: ReportContext = {
	seed: 1,
	resamples: 200,
	popularity: Uint32Array.of(8, 4, 2, 1),
	trainUsers: 8,
	thirds: Uint8Array.of(0, 1, 2, 2),
	tags: [Uint16Array.of(1, 2), Uint16Array.of(2), Uint16Array.of(3), Uint16Array.of()],
};
const measured = (label: string, name: string, ndcg: readonly number[]): Measured => ({
	label,
	evaluation: evaluationOf(name, ndcg),
	planned: valuesOf(ndcg),
	ratings: null,
	preparationS: 2,
});
const reference = measured('Reference', 'reference', [0.2, 0.6]);
const better = measured('Better', 'better', [0.3, 0.7]);

describe('reportModel', () => {
	test('gives means, thirds and catalogue use', () => {
		const report = reportModel(better, reference, CONTEXT);
		expect(report.views.all.ndcg100.mean).toBeCloseTo((0.3 + 0.7) / 2, 12);
		expect(report.thirds.all.head.count).toBe(0);
		expect(report.thirds.all.mid).toMatchObject({ mean: 1, count: 1 });
		// The first user's title 2 is missed, the second's is found.
		expect(report.thirds.all.tail).toMatchObject({ mean: (0 + 1) / 2, count: 2 });
		expect(report.use.all.at10.coverage).toBe(3 / 4);
		expect(report.use.all.at10.novelty).toBeCloseTo((0 + 1 + 0 + 2) / 4, 12);
		// The first list's titles share one of two tags, the second's none.
		expect(report.diversity.all.mean).toBeCloseTo((1 / 2 + 1) / 2, 12);
	});

	test('compares with the reference user by user, and not the reference with itself', () => {
		const report = reportModel(better, reference, CONTEXT);
		const { mean, low, high } = report.difference?.newFranchise.ndcg100 ?? {};
		// Both users gain the same: chance in their choice changes nothing.
		expect([mean, low, high].map((value) => value?.toFixed(9))).toEqual([
			'0.100000000',
			'0.100000000',
			'0.100000000',
		]);
		expect(report.planned.difference?.mean).toBeCloseTo(0.1, 12);
		expect(reportModel(reference, reference, CONTEXT).difference).toBeNull();
		expect(reportModel(better, null, CONTEXT).difference).toBeNull();
	});

	test('refuses to compare different users', () => {
		const other = { ...valuesOf([0.1, 0.2]), users: [1, 3] };
		expect(() => pairedDifference(valuesOf([0.1, 0.2]), other, 'ndcg100')).toThrow(RangeError);
	});
});

describe('markdown', () => {
	const models = [
		reportModel(reference, reference, CONTEXT),
		reportModel(better, reference, CONTEXT),
	];

	test('lines columns up', () => {
		expect(markdownTable(['a', 'number'], [['long name', '.5']])).toBe(
			['| a         | number |', '| --------- | -----: |', '| long name |     .5 |'].join('\n'),
		);
	});

	test('writes shares as .5000 and marks differences that are none of chance', () => {
		expect(mainTable(models)).toContain('.5000');
		expect(differenceTable(models)).toContain('**+.1000** (.1000 to .1000)');
		const worse = reportModel(measured('Mixed', 'm', [0.4, 0.3]), reference, CONTEXT);
		expect(differenceTable([worse])).toContain('−.0500 (−.3000 to .2000)');
	});

	test('renders a page with every model in every table', () => {
		const page = renderEvaluation(reportFixture(models));
		expect(page.match(/^\| Better /gm)).toHaveLength(7);
		expect(page).toContain('## Against Reference');
		expect(page).not.toMatch(/undefined|NaN/);
	});
});
