import type { AtlasLayout } from '#atlas/atlas-data.ts';
import type { Bounds } from '#atlas/camera/camera.ts';
import { boundsOf } from '#atlas/points/grid-index.ts';

type Places = Pick<AtlasLayout, 'x' | 'y'>;

/** Where most of these points are, without the twentieth part at each side: a few far out would make the rest small. */
export function mostOf(members: ArrayLike<number>, { x, y }: Places): Bounds {
	const edge = Math.floor(members.length / 20);
	const sorted = (values: Float32Array) =>
		Float32Array.from(members, (point) => values[point] ?? 0).sort();
	const [xs, ys] = [sorted(x), sorted(y)];
	return {
		left: xs.at(edge) ?? 0,
		right: xs.at(-1 - edge) ?? 0,
		bottom: ys.at(edge) ?? 0,
		top: ys.at(-1 - edge) ?? 0,
	};
}

/** Where all of these points are. */
export function allOf(members: readonly number[], { x, y }: Places): Bounds {
	return boundsOf(members.map((point) => ({ x: x[point] ?? 0, y: y[point] ?? 0 })));
}
