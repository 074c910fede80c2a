import { describe, expect, it } from 'vitest';
import { groupPoints, reluctantMember } from './fairness.ts';

/** The first title splits the two, the second is fair to both. */
const points = [Float32Array.of(4, 1), Float32Array.of(-1, 1.25)];

describe('groupPoints', () => {
	it('is the mean at one end of the dial and the least at the other', () => {
		expect([...groupPoints(points, 0)]).toEqual([(4 - 1) / 2, (1 + 1.25) / 2]);
		expect([...groupPoints(points, 1)]).toEqual([-1, 1]);
	});

	it('moves evenly between them', () => {
		expect([...groupPoints(points, 0.5)]).toEqual([0.5 * 1.5 + 0.5 * -1, 0.5 * 1.125 + 0.5 * 1]);
	});

	it('is the points themselves for a single member', () => {
		const [one = new Float32Array()] = points;
		for (const fairness of [0, 0.5, 1]) expect(groupPoints([one], fairness)).toEqual(one);
	});
});

describe('reluctantMember', () => {
	it('is who lies at least a point below the mean of the others', () => {
		expect(reluctantMember([3, 2, 1.4])).toBe(2);
		expect(reluctantMember([3, 2, 1.6])).toBeNull();
		expect(reluctantMember([null, 1, 3])).toBe(1);
	});

	it('is nobody where only one has a say', () => {
		expect(reluctantMember([null, -2])).toBeNull();
	});
});
