import { markdownTable } from '../../evaluation/markdown-table.ts';
import type { MeasuredPicture, NamedQuality } from './measure-known.ts';

/** Names of the pictures in the tables. */
const NAMES: Readonly<Record<string, string>> = {
	reference: "the reference's way: raw graph → shortest paths → 4D → t-SNE",
	'lists alone': 'normalised graph of lists alone → t-SNE',
	local: '**the map, local lens**',
	global: '**the map, global lens**',
};

/** A share without its leading zero. */
export const share = (value: number) => value.toFixed(3).replace(/^0\./, '.');

/** What is measured of a picture, and how it is told; of costs and neglect less is better. */
const MEASURES = [
	{ name: 'genre agreement', key: 'genreAgreement', text: share, moreIsBetter: true },
	{ name: 'co-like AUC', key: 'coLikeAuc', text: share, moreIsBetter: true },
	{ name: 'recall', key: 'recall', text: share, moreIsBetter: true },
	{ name: 'trustworthiness', key: 'trustworthiness', text: share, moreIsBetter: true },
	{ name: 'neglected', key: 'neglected', text: share, moreIsBetter: false },
] as const;
const COST = {
	name: 'CPU s',
	key: 'cpuS',
	text: (value: number) => value.toFixed(1),
	moreIsBetter: false,
} as const;

/** Pictures of the titles that lists know, with what they cost. */
export const knownTable = (pictures: readonly MeasuredPicture[]): string =>
	pictureTable(pictures, [...MEASURES, COST]);

/** Pictures of all titles. */
export const wholeTable = (pictures: readonly NamedQuality[]): string =>
	pictureTable(pictures, MEASURES);

/** A row for each picture, a column for each measure. */
function pictureTable<Key extends string>(
	pictures: readonly ({ readonly name: string } & Readonly<Record<Key, number>>)[],
	measures: readonly {
		readonly name: string;
		readonly key: Key;
		readonly text: (value: number) => string;
	}[],
): string {
	return markdownTable(
		['picture', ...measures.map(({ name }) => name)],
		pictures.map((picture) => [
			NAMES[picture.name] ?? picture.name,
			...measures.map(({ key, text }) => text(picture[key])),
		]),
	);
}

/** For each measure, whether the map's `local` lens is better than the reference's way. */
export function againstReference(known: readonly MeasuredPicture[]): string {
	const [reference, local] = ['reference', 'local'].map((name) =>
		known.find((picture) => picture.name === name),
	);
	if (!reference || !local) return '';
	return markdownTable(
		['measure', 'the map, local lens', 'the reference’s way', 'the map is'],
		[...MEASURES, COST].map(({ name, key, text, moreIsBetter }) => {
			const ahead = moreIsBetter ? local[key] - reference[key] : reference[key] - local[key];
			const verdict = ahead > 0 ? 'better' : ahead === 0 ? 'as good' : '**worse**';
			return [name, text(local[key]), text(reference[key]), verdict];
		}),
	);
}
