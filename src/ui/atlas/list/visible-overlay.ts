import type { Overlay } from '#atlas/overlay.ts';

/** The marks of a list on titles that the map shows. */
export function visibleOverlay(
	{ seen, planned, recommended }: Overlay,
	isOnMap: (point: number) => boolean,
): Overlay {
	return {
		seen: seen.filter(({ point }) => isOnMap(point)),
		planned: planned.filter(isOnMap),
		recommended: recommended.filter(({ point }) => isOnMap(point)),
	};
}
