import { expect, it } from 'vitest';
import { mapKey } from './map-keys.ts';

it('walks with the arrows and moves the map with Shift', () => {
	expect(mapKey('ArrowLeft', false)).toEqual({ kind: 'walk', key: 'ArrowLeft' });
	expect(mapKey('ArrowLeft', true)).toEqual({ kind: 'pan', dx: 120, dy: 0 });
	expect(mapKey('ArrowUp', true)).toEqual({ kind: 'pan', dx: -0, dy: 120 });
});

it('leaves to the browser what is not its own', () => {
	expect(['Tab', 'a', 'toString', 'F5'].map((key) => mapKey(key, false))).toEqual(
		Array.from({ length: 4 }),
	);
	expect(['+', '-', '0', '/', 'Escape', 'Enter'].map((key) => mapKey(key, false)?.kind)).toEqual([
		'zoom',
		'zoom',
		'fit',
		'search',
		'close',
		'go',
	]);
});
