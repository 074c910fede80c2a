import { NO_INSETS, type Insets } from '#atlas/camera/camera.ts';

/** Widths of the columns with the room around them, as in their styles, px. */
const LEFT_COLUMN = 392;
const RIGHT_COLUMN = 280;
/** The search over the map of a phone, px, and the part of the window that the sheet takes. */
const SEARCH = 64;
const SHEET = 0.42;

/** What lies over the map of a wide screen. While the left column is short, it covers no more than a corner. */
export function besideColumns(isLeftFull: boolean): Insets {
	return { ...NO_INSETS, left: isLeftFull ? LEFT_COLUMN : 0, right: RIGHT_COLUMN };
}

/** What lies over the map of a phone. @param windowPx height of the window below a sheet; 0 without one */
export function aboveSheet(windowPx: number): Insets {
	return windowPx === 0 ? NO_INSETS : { ...NO_INSETS, top: SEARCH, bottom: windowPx * SHEET };
}
