import { describe, expect, it } from 'vitest';
import { rowAfter, SHORTCUTS, shortcutOf, type PressedKey } from './shortcuts.ts';

const press = (key: string, named: Partial<PressedKey> = {}): PressedKey => ({
	key,
	ctrlKey: false,
	metaKey: false,
	altKey: false,
	isComposing: false,
	defaultPrevented: false,
	...named,
});
const at = (tagName: string, type?: string) => ({
	tagName,
	isContentEditable: false,
	...(type && { type }),
});

describe('shortcuts', () => {
	it('have a key of their own each', () => {
		expect(new Set(SHORTCUTS.map(({ key }) => key)).size).toBe(SHORTCUTS.length);
	});

	it.each([
		['?', 'help'],
		['/', 'search'],
		['x', 'hide'],
		['X', null],
		['q', null],
	])('%s means %s', (key, id) => {
		expect(shortcutOf(press(key), null)).toBe(id);
		expect(shortcutOf(press(key), at('BUTTON'))).toBe(id);
	});

	it.each([
		at('INPUT', 'text'),
		at('INPUT', 'search'),
		at('INPUT', 'number'),
		at('INPUT'),
		at('TEXTAREA'),
		at('SELECT'),
		{ tagName: 'DIV', isContentEditable: true },
	])('stay silent in %o', (place) => {
		expect(shortcutOf(press('x'), place)).toBeNull();
	});

	it.each([at('INPUT', 'checkbox'), at('INPUT', 'radio'), at('INPUT', 'range')])(
		'work in %o, which takes no letters',
		(place) => {
			expect(shortcutOf(press('x'), place)).toBe('hide');
		},
	);

	it.each([
		{ ctrlKey: true },
		{ metaKey: true },
		{ altKey: true },
		{ isComposing: true },
		{ defaultPrevented: true },
	])('leave alone what is meant for something else: %o', (named) => {
		expect(shortcutOf(press('f', named), null)).toBeNull();
	});

	it('go from row to row and no further', () => {
		expect([rowAfter(-1, 1, 3), rowAfter(0, 1, 3), rowAfter(2, 1, 3)]).toEqual([0, 1, null]);
		expect([rowAfter(-1, -1, 3), rowAfter(2, -1, 3), rowAfter(0, -1, 3)]).toEqual([2, 1, null]);
		expect(rowAfter(-1, 1, 0)).toBeNull();
	});
});
