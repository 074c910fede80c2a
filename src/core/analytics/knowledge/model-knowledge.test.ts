import { describe, expect, it } from 'vitest';
import { linearModel } from '#tests/support/linear-model.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { createOthers } from '../others.ts';
import { readList } from '../watched-titles.ts';
import { hideAndPredict } from './hide-and-predict.ts';
import { createModelKnowledge } from './model-knowledge.ts';
import { titleKnowledge } from './title-knowledge.ts';

const SIZE = 60;
const malIds = Array.from({ length: SIZE }, (_, at) => at + 1);
/** The later a title stands, the fewer members it has; others give 70, but nothing is known of the first. */
const catalogue = smallCatalogue(
	malIds.map((malId) => ({ malId, members: 1000 - malId, score: malId === 1 ? null : 7 })),
);
/** Even titles speak for even ones. */
const model = linearModel(malIds, (from, to) => (from % 2 === 0 && to % 2 === 0 ? 1 : 0));
const others = createOthers(catalogue, null);
const evenList = (
	count: number,
	score: number | null,
	status: 'completed' | 'dropped' = 'completed',
) => Array.from({ length: count }, (_, at) => ({ malId: 2 * (at + 1), score, status }));
const knowledgeOf = createModelKnowledge(catalogue, model, others);

describe('hideAndPredict', () => {
	it('tells hidden titles from the rest', () => {
		const itemOf = new Map(malIds.map((malId, item) => [malId, item]));
		const members = Float32Array.from(malIds, (malId) => 1000 - malId);
		const rest = evenList(4, 90);
		const hidden = readList(catalogue, [
			{ malId: 20, score: 60, status: 'completed' },
			{ malId: 1, score: null, status: 'completed' },
		]).watched;
		const [even, odd] = hideAndPredict({ model, others, members, itemOf }, rest, hidden);
		// 26 even ones are left and all alike: it stands in the middle of the other 25 of them, among 55 others.
		expect(even?.percentile).toBeCloseTo(25 / 2 / 55);
		// Below the 26 even ones, amid the 29 other odd ones.
		expect(odd?.percentile).toBeCloseTo((26 + 29 / 2) / 55);
		// 19 titles have more members, four of them are on the rest of the list.
		expect(even?.byMembers).toBeCloseTo((19 - 4) / 55);
		// 70 of others, and 20 more as the four scores are, drawn towards others.
		expect(even?.guess).toBeCloseTo(70 + (4 * 20) / (4 + 5));
		expect(even?.predicted).toBe(50 + 4 + 19);
		expect(odd?.guess).toBeNull();
	});
});

describe('titleKnowledge', () => {
	it('sums up places', () => {
		const places = [0.005, 0.05, 0.1, 0.9].map((percentile) => ({ percentile, byMembers: 0.5 }));
		expect(titleKnowledge(places)).toEqual({
			count: 4,
			medianPercentile: (0.05 + 0.1) / 2,
			baselineMedianPercentile: 0.5,
			inTopHundredth: 1 / 4,
			inTopTenth: 3 / 4,
			baselineInTopTenth: 0,
		});
	});
});

describe('createModelKnowledge', () => {
	it('finds what fits ahead of what is merely known', () => {
		const { folds, titles, scores } = knowledgeOf(readList(catalogue, evenList(25, 80)));
		expect(folds).toBe(5);
		expect(scores?.count).toBe(25);
		expect(titles?.count).toBe(25);
		expect(titles?.medianPercentile).toBeLessThan(titles?.baselineMedianPercentile ?? 0);
	});

	it('says nothing of few titles, of few scores, or of what was dropped', () => {
		expect(knowledgeOf(readList(catalogue, evenList(19, 80)))).toEqual({
			folds: 0,
			scores: null,
			titles: null,
		});
		expect(knowledgeOf(readList(catalogue, evenList(25, null)))).toMatchObject({
			folds: 5,
			scores: null,
		});
		expect(knowledgeOf(readList(catalogue, evenList(25, 80, 'dropped')))).toMatchObject({
			folds: 5,
			titles: null,
		});
		expect(knowledgeOf(readList(catalogue, []))).toEqual({ folds: 0, scores: null, titles: null });
	});
});
