import type { AtlasLayout } from '../atlas-data.ts';
import type { Bounds } from '../camera/camera.ts';

/** Share of the points that may lie outside on each side: a few strays would make everything else small. */
const STRAYS = 0.003;

/** The part of the square that a layout really fills, but for a few strays; with no point all of it. */
export function extentOf(
	{ x, y }: Pick<AtlasLayout, 'x' | 'y'>,
	counts: (point: number) => boolean = () => true,
): Bounds {
	const xs = x.filter((_, point) => counts(point)).sort();
	const ys = y.filter((_, point) => counts(point)).sort();
	const strays = Math.floor(STRAYS * xs.length);
	return {
		left: xs[strays] ?? -1,
		right: xs[xs.length - 1 - strays] ?? 1,
		bottom: ys[strays] ?? -1,
		top: ys[ys.length - 1 - strays] ?? 1,
	};
}
