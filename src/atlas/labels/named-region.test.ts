import { expect, it } from 'vitest';
import { mayBeNamed } from './named-region.ts';

const members = Uint16Array.of(0, 1, 2, 3, 4);
const from = (first: number) => (point: number) => point >= first;

it('names a region of which most is shown', () => {
	expect(mayBeNamed({ name: 'Music', members }, from(4))).toBe(true);
	expect(mayBeNamed({ name: 'Music', members }, from(3))).toBe(false);
});

it('names none after what is left out', () => {
	expect(mayBeNamed({ name: '2020s Hentai', members }, from(5))).toBe(false);
});
