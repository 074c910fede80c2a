import { describe, expect, it } from 'vitest';
import { CameraMotion } from './camera-motion.ts';

const SIZE = { width: 1000, height: 1000 };
const START = { x: 0, y: 0, scale: 1000 };

describe('a thrown map', () => {
	it('runs out after the same way, whatever the frames are', () => {
		const reach = (frameMs: number) => {
			const motion = new CameraMotion(START, SIZE);
			motion.throw({ x: -1, y: 0 }, 0);
			for (let ms = frameMs; motion.isMoving; ms += frameMs) motion.step(ms);
			return motion.camera.x;
		};
		// Without end it would be 1 px/ms · 130 ms / ln 2.
		expect(reach(5)).toBeCloseTo(130 / Math.LN2 / 1000, 2);
		expect(reach(50)).toBeCloseTo(reach(5), 2);
	});

	it('stands still under a hand, and when it was hardly thrown', () => {
		const motion = new CameraMotion(START, SIZE);
		motion.throw({ x: 0.001, y: 0 }, 0);
		expect(motion.isMoving).toBe(false);
		motion.throw({ x: 1, y: 1 }, 0);
		motion.pan(10, 0);
		expect([motion.isMoving, motion.camera]).toEqual([false, { x: -0.01, y: 0, scale: 1000 }]);
	});
});

describe('a flight', () => {
	it('arrives exactly, and then needs no more frames', () => {
		const motion = new CameraMotion(START, SIZE);
		const target = { x: 0.5, y: -0.5, scale: 8000 };
		motion.flyTo(target, 100);
		expect(motion.step(101)).toBe(true);
		motion.step(5000);
		expect([motion.camera, motion.isMoving, motion.step(5001)]).toEqual([target, false, false]);
	});

	it('is called off by a hand', () => {
		const motion = new CameraMotion(START, SIZE);
		motion.flyTo({ x: 0.5, y: 0, scale: 8000 }, 0);
		motion.zoom({ x: 500, y: 500 }, 2);
		expect([motion.isMoving, motion.camera.scale]).toEqual([false, 2000]);
	});
});

it('never leaves the map nor its scales', () => {
	const motion = new CameraMotion(START, SIZE);
	motion.pan(-1e6, 0);
	motion.zoom({ x: 0, y: 0 }, 1e-9);
	expect(motion.camera.scale).toBeCloseTo(0.7 * 440);
	motion.jumpTo({ x: 7, y: 0, scale: 1e9 });
	expect(motion.camera).toEqual({ x: 1, y: 0, scale: 60_000 });
	motion.resize({ width: 500, height: 500 });
	expect(motion.viewport.width).toBe(500);
});
