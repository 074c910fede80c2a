import { scaleCode, scaleOf } from '#core/atlas/codes.ts';
import { LABEL_HEIGHT_PX } from '#core/atlas/label-box.ts';
import { placedNames, scaleBesideNames } from '#core/atlas/label-scale.ts';
import type { AtlasLayout } from '../atlas-data.ts';

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
	const names = placedNames(layout.regions);
	const before: number[] = [];
	for (let title = 0; title < scales.length; title++) {
		const isWider = wider[title] === 1;
		const [x, y, width] = [layout.x[title] ?? 0, layout.y[title] ?? 0, widths[title] ?? 0];
		let scale = scales[title] ?? 0;
		if (isWider) scale = scaleBesideNames(names, { x, y, width, height: LABEL_HEIGHT_PX }, scale);
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
