import type { AtlasLayout } from '../atlas-data.ts';
import type { Bounds } from '../camera/camera.ts';

/** The part of the square that a layout really fills. */
export function extentOf({ x, y }: Pick<AtlasLayout, 'x' | 'y'>): Bounds {
	const least = (values: Float32Array) => values.reduce((a, b) => Math.min(a, b), Infinity);
	const most = (values: Float32Array) => values.reduce((a, b) => Math.max(a, b), -Infinity);
	return { left: least(x), right: most(x), bottom: least(y), top: most(y) };
}
