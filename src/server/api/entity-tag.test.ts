import { expect, it } from 'vitest';
import { entityTag, namesTag } from './entity-tag.ts';

it('changes with the bundle and with the answer', () => {
	const tag = entityTag('b1', '{}');
	expect(tag).toMatch(/^"b1-[0-9a-f]{16}"$/);
	expect(entityTag('b1', '{}')).toBe(tag);
	expect(entityTag('b2', '{}')).not.toBe(tag);
	expect(entityTag('b1', '[]')).not.toBe(tag);
});

it.each([
	[null, false],
	['', false],
	['"a"', true],
	['W/"a"', true],
	['"b", "a"', true],
	['*', true],
	['"b"', false],
	['a', false],
])('If-None-Match: %s → %s', (header, named) => {
	expect(namesTag(header, '"a"')).toBe(named);
});
