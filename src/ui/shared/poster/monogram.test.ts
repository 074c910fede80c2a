import { describe, expect, test } from 'vitest';
import { monogram } from './monogram.ts';

describe('monogram', () => {
	test.each([
		['Fullmetal Alchemist: Brotherhood', 'FA'],
		['The Rising of the Shield Hero', 'RS'],
		['Monster', 'Mo'],
		['91 Days', '91'],
		['進撃の巨人', '進'],
		['[Oshi no Ko]', 'OK'],
		['...', ''],
	])('%s is %s', (title, initials) => expect(monogram(title)).toBe(initials));
});
