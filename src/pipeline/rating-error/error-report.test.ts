import { expect, it } from 'vitest';
import { errorReport } from './error-report.ts';

it('holds what is said against what was measured, in points of 10', () => {
	const flat = [[0, 1]] as const;
	const error = { usual: 8, scored: flat, spread: flat, predicted: flat, cold: 1.5 };
	const one = { scored: 3, spread: 12, predicted: 80 };
	const text = errorReport(error, [
		{ ...one, cold: false, error: 4 },
		{ ...one, cold: false, error: 10 },
		{ ...one, cold: true, error: 13 },
	]);
	const rowOf = (label: string) =>
		text
			.split('\n')
			.find((line) => line.startsWith(`| ${label}`))
			?.split('|')
			.slice(2, -1)
			.map((cell) => cell.trim());
	expect(rowOf('all')).toEqual(['3', '0.93', '0.90', '33 %']);
	expect(rowOf('learned titles')).toEqual(['2', '0.80', '0.70', '50 %']);
	expect(rowOf('titles known by facts')).toEqual(['1', '1.20', '1.30', '0 %']);
	expect(rowOf('scored entries 1 to < 5')).toEqual(['3', '0.93', '0.90', '33 %']);
});
