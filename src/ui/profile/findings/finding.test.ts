import { describe, expect, it } from 'vitest';
import { fromMiddle, strongest, type Finding } from './finding.ts';

const finding = (topic: string, unusual: number, section: Finding['section'] = 'scores') => ({
	topic,
	malId: null,
	text: topic,
	note: '',
	section,
	unusual,
});

describe('the strongest findings', () => {
	it('come first, and no more than asked for', () => {
		const findings = [finding('a', 0.2), finding('b', 0.9, 'taste'), finding('c', 0.5, 'years')];
		expect(strongest(findings, 2).map(({ topic }) => topic)).toEqual(['b', 'c']);
	});

	it('have each topic once and a section twice at most', () => {
		const findings = [
			finding('a', 0.9),
			finding('a', 0.8, 'taste'),
			finding('b', 0.7),
			finding('c', 0.6),
			finding('d', 0.1, 'years'),
		];
		expect(strongest(findings, 4).map(({ topic }) => topic)).toEqual(['a', 'b', 'd']);
	});
});

it('the middle of all people is nothing unusual', () => {
	expect(fromMiddle(0.5)).toBe(0);
	expect(fromMiddle(0.95)).toBeCloseTo(0.9);
	expect(fromMiddle(0.05)).toBeCloseTo(0.9);
});
