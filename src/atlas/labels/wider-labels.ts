import { scaleCode, scaleOf } from '#core/atlas/codes.ts';

import {
	LABEL_HEIGHT_PX,
	LABEL_OFFSET_PX,
	regionBox,
	type AtlasLayout,
	type AtlasRegion,
	type LabelBox,
} from '../atlas-data.ts';

/** How wide the labels of a map are where the layout did not make room for every one of them. */
export interface LabelWidths {
	/** CSS pixels, by point. */
	readonly widths: Float32Array;
	/** 1 for labels that are wider than their room. */
	readonly wider: Uint8Array;
}

/**
 * The scales from which on labels show when some are wider than the layout made room for: as there, the most important
 * first, each waits until it lies on none that is shown before it. All other pairs have room already, which showing one
 * of them later does not change.
 */
export function widerLabelScales(layout: AtlasLayout, labels: LabelWidths): Float32Array {
	const { widths, wider } = labels;
	const scales = layout.labelScale.slice();
	const names = namesOf(layout);
	const before: number[] = [];
	for (let title = 0; title < scales.length; title++) {
		const isWider = wider[title] === 1;
		const [x, y, width] = [layout.x[title] ?? 0, layout.y[title] ?? 0, widths[title] ?? 0];
		let scale = scales[title] ?? 0;
		if (isWider) scale = besideNames(names, { x, y, width }, scale);
		const count = isWider ? title : before.length;
		for (let at = 0; at < count; at++) {
			const other = isWider ? at : (before[at] ?? 0);
			const across = (width + (widths[other] ?? 0)) / 2;
			const dx = Math.abs(x - (layout.x[other] ?? 0));
			if (dx * scale >= across) continue;
			const touch = Math.min(across / dx, LABEL_HEIGHT_PX / Math.abs(y - (layout.y[other] ?? 0)));
			if (touch > scale && (scales[other] ?? 0) < touch) scale = touch;
		}
		if (scale > (scales[title] ?? 0)) scales[title] = scaleOf(scaleCode(scale));
		if (isWider) before.push(title);
	}
	return scales;
}

interface PlacedBox extends Pick<AtlasRegion, 'x' | 'y' | 'minScale' | 'maxScale'> {
	readonly box: LabelBox;
}

function namesOf({ regions }: AtlasLayout): PlacedBox[] {
	return regions.flatMap((level, depth) =>
		level.map((region) => ({ ...region, box: regionBox(region.name, depth) })),
	);
}

/** From which scale on a label of this width lies on no name of a region. */
function besideNames(
	names: readonly PlacedBox[],
	label: { readonly x: number; readonly y: number; readonly width: number },
	from: number,
): number {
	let scale = from;
	for (const { x, y, box, minScale, maxScale } of names) {
		const across = (label.width + box.width) / 2 / Math.abs(label.x - x);
		const high = (LABEL_HEIGHT_PX + box.height) / 2 + LABEL_OFFSET_PX;
		// From the end of its range on a name is no longer there.
		const touch = Math.min(maxScale, across, high / Math.abs(label.y - y));
		if (touch > scale && minScale < touch) scale = touch;
	}
	return scale;
}
