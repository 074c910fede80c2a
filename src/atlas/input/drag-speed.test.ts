import { expect, it } from 'vitest';
import { DragSpeed } from './drag-speed.ts';

it('is that of the last moments', () => {
	const speed = new DragSpeed();
	speed.add({ x: 0, y: 0 }, 0);
	speed.add({ x: 500, y: 0 }, 100);
	speed.add({ x: 520, y: 10 }, 120);
	expect(speed.at(120)).toEqual({ x: 1, y: 0.5 });
});

it('is nothing after a rest, and after one touch', () => {
	const speed = new DragSpeed();
	speed.add({ x: 0, y: 0 }, 0);
	expect(speed.at(0)).toEqual({ x: 0, y: 0 });
	speed.add({ x: 90, y: 0 }, 30);
	expect(speed.at(500)).toEqual({ x: 0, y: 0 });
});

it('has an end', () => {
	const speed = new DragSpeed();
	speed.add({ x: 0, y: 0 }, 0);
	speed.add({ x: 0, y: 4000 }, 10);
	expect(speed.at(10)).toEqual({ x: 0, y: 4 });
});
