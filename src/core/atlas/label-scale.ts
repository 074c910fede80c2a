import type { AtlasRegion } from './atlas-data.ts';
import { LABEL_OFFSET_PX, regionBox, type LabelBox } from './label-box.ts';

/** A name that is shown in a range of scales; see {@link AtlasRegion}. */
export interface PlacedName {
	readonly x: number;
	readonly y: number;
	readonly box: LabelBox;
	readonly minScale: number;
	readonly maxScale: number;
}

/** The box of a title's label, and where the title is. */
export interface PlacedLabel extends LabelBox {
	readonly x: number;
	readonly y: number;
}

/** The scale below which two boxes touch whose centres are (dx, dy) apart: ∞ for the same place. */
export function touchScale(dx: number, dy: number, width: number, height: number): number {
	return Math.min(width / Math.abs(dx), height / Math.abs(dy));
}

/** The names of regions of all levels, widest first. */
export function placedNames(regions: readonly (readonly AtlasRegion[])[]): PlacedName[] {
	return regions.flatMap((level, depth) =>
		level.map(({ name, x, y, minScale, maxScale }) => {
			return { x, y, minScale, maxScale, box: regionBox(name, depth) };
		}),
	);
}

/** The smallest scale, no less than `from`, at which and above which a title's label lies on no name. */
export function scaleBesideNames(
	names: readonly PlacedName[],
	label: PlacedLabel,
	from: number,
): number {
	let scale = from;
	for (const { x, y, box, minScale, maxScale } of names) {
		const width = (label.width + box.width) / 2;
		// The label hangs below its point by so many pixels at any scale.
		const height = (label.height + box.height) / 2 + LABEL_OFFSET_PX;
		// From the end of its range on a name is no longer there.
		const touch = Math.min(maxScale, touchScale(label.x - x, label.y - y, width, height));
		if (touch > scale && minScale < touch) scale = touch;
	}
	return scale;
}
