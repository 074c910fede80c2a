import { scaleCode, scaleOf } from '#core/atlas/codes.ts';
import type { LabelBox } from '#core/atlas/label-box.ts';
import { scaleBesideNames, touchScale, type PlacedName } from '#core/atlas/label-scale.ts';

const rounded = (scale: number) => scaleOf(scaleCode(scale));

/**
 * Fits names of one level into a range of scales, in order: one that would lie on an earlier one appears later, or, with
 * an empty range, never.
 */
export function placeNames(
	names: readonly { readonly x: number; readonly y: number; readonly box: LabelBox }[],
	range: { readonly minScale: number; readonly maxScale: number },
): PlacedName[] {
	const placed: PlacedName[] = [];
	const maxScale = rounded(range.maxScale);
	for (const name of names) {
		let minScale = range.minScale;
		for (const earlier of placed) {
			const touch = touchScale(
				name.x - earlier.x,
				name.y - earlier.y,
				(name.box.width + earlier.box.width) / 2,
				(name.box.height + earlier.box.height) / 2,
			);
			if (earlier.minScale < Math.min(touch, earlier.maxScale))
				minScale = Math.max(minScale, touch);
		}
		placed.push({ ...name, minScale: Math.min(maxScale, rounded(minScale)), maxScale });
	}
	return placed;
}

/**
 * From which scale on each title's label is shown: the smallest at which, and above which, it lies on no label of an
 * earlier title that is shown there, nor on a name. Zooming in so never takes a label away.
 *
 * @param boxes in order of importance, as are the positions
 */
export function labelScales(
	x: ArrayLike<number>,
	y: ArrayLike<number>,
	boxes: readonly LabelBox[],
	names: readonly PlacedName[],
): Float32Array {
	const scales = new Float32Array(boxes.length);
	const widths = Float64Array.from(boxes, ({ width }) => width);
	const heights = Float64Array.from(boxes, ({ height }) => height);
	for (let title = 0; title < boxes.length; title++) {
		const [ownX, ownY] = [x[title] ?? 0, y[title] ?? 0];
		const [width, height] = [widths[title] ?? 0, heights[title] ?? 0];
		let scale = scaleBesideNames(names, { x: ownX, y: ownY, width, height }, 1);
		for (let other = 0; other < title; other++) {
			const dx = Math.abs(ownX - (x[other] ?? 0));
			if (dx * scale >= (width + (widths[other] ?? 0)) / 2) continue;
			const touch = Math.min(
				(width + (widths[other] ?? 0)) / 2 / dx,
				(height + (heights[other] ?? 0)) / 2 / Math.abs(ownY - (y[other] ?? 0)),
			);
			if (touch > scale && (scales[other] ?? 0) < touch) scale = touch;
		}
		scales[title] = rounded(scale);
	}
	return scales;
}
