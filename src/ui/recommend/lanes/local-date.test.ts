import { describe, expect, it } from 'vitest';
import { localDate } from './local-date.ts';

describe('the date of the visitor', () => {
	it('is that of the local calendar, not of UTC', () => {
		expect(localDate(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
		expect(localDate(new Date(2026, 10, 26, 0, 1))).toBe('2026-11-26');
	});
});
