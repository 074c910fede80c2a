import { expect, it } from 'vitest';
import { againstReference } from './report-tables.ts';

const reference = {
	name: 'reference',
	genreAgreement: 0.244,
	coLikeAuc: 0.677,
	recall: 0.104,
	trustworthiness: 0.859,
	neglected: 0.001,
	cpuS: 44.1,
};

it('says of each measure whether the local lens is better than the reference', () => {
	const local = { ...reference, name: 'local', genreAgreement: 0.421, coLikeAuc: 0.6, cpuS: 21 };
	const rows = againstReference([reference, local])
		.split('\n')
		.slice(2)
		.map((row) => row.split('|').map((cell) => cell.trim()))
		.map(([, ...cells]) => cells.slice(0, 4));
	expect(rows).toEqual([
		['genre agreement', '.421', '.244', 'better'],
		['co-like AUC', '.600', '.677', '**worse**'],
		['recall', '.104', '.104', 'as good'],
		['trustworthiness', '.859', '.859', 'as good'],
		['neglected', '.001', '.001', 'as good'],
		['CPU s', '21.0', '44.1', 'better'],
	]);
});
