import { describe, expect, test } from 'vitest';
import { reportFixture } from '#tests/support/evaluation-report.ts';
import { goalTable } from './goals.ts';
import type { ModelReport } from './report.ts';

const estimate = (mean: number) => ({ mean });
/** Only what the table looks at. */
function modelOf(name: string, [all, fresh, rare, planned]: readonly number[]): ModelReport {
	const views = {
		all: { ndcg100: estimate(all ?? 0) },
		newFranchise: { ndcg100: estimate(fresh ?? 0), precision10: estimate(0.28) },
		rare: { ndcg100: estimate(rare ?? 0) },
	};
	return { name, views, planned: { ndcg100: estimate(planned ?? 0) } } as unknown as ModelReport;
}
const rowOf = (table: string, label: string) =>
	table
		.split('\n')
		.find((row) => row.includes(label))
		?.split('|')
		.slice(4, 6)
		.map((cell) => cell.trim());

describe('goalTable', () => {
	const models = [
		modelOf('reference', [0, 0, 0, 0.2]),
		modelOf('better', [0.65, 0.46, 0.43, 0.24]),
	];
	const table = goalTable(reportFixture(models));

	test('judges every number by its floor and its goal', () => {
		expect(rowOf(table, 'NDCG@100 all')).toEqual(['.6500', 'goal reached']);
		expect(rowOf(table, 'NDCG@100 new')).toEqual(['.4600', 'floor holds']);
		expect(rowOf(table, 'NDCG@100 rare')).toEqual(['.4300', '**below the floor**']);
	});

	test('wants errors small', () => {
		expect(rowOf(table, 'MAE')).toEqual(['.8500', 'floor holds']);
	});

	test('compares cold titles with chance and content, planned ones with the reference', () => {
		expect(rowOf(table, 'random order')).toEqual(['6.00 ×', 'floor holds']);
		expect(rowOf(table, 'content kNN')).toEqual(['+10.0 %', '**below the floor**']);
		// .24 is a fifth above .2.
		expect(rowOf(table, 'planned')).toEqual(['+20.0 %', 'goal reached']);
	});

	test('says what was not measured', () => {
		const report = { ...reportFixture(models), cold: null, ratings: [] };
		expect(rowOf(goalTable(report), 'random order')).toEqual(['', 'not measured']);
		expect(rowOf(goalTable(report), 'MAE')).toEqual(['', 'not measured']);
	});
});
