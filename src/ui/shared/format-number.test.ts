import { expect, test } from 'vitest';
import { formatCount, formatRoughCount, formatShare } from './format-number.ts';

test('counts are grouped, rough counts keep two figures', () => {
	expect(formatCount(4803)).toBe('4,803');
	expect(formatRoughCount(1_234_567)).toBe('1.2M');
	expect(formatRoughCount(987)).toBe('990');
});

test('a share is whole percent, and something is never shown as nothing', () => {
	expect(formatShare(0.417)).toBe('42\u202f%');
	expect(formatShare(0.004)).toBe('<1\u202f%');
	expect(formatShare(0)).toBe('0\u202f%');
});
