/** Height of a label's box in CSS pixels: one line of 12 px, with room around it. */
export const LABEL_HEIGHT_PX = 18;
/** From a point down to the centre of its label. */
export const LABEL_OFFSET_PX = 14;
/** Longer labels are cut off with an ellipsis. */
export const LABEL_WIDEST_PX = 168;

/** Names of regions by level, widest first: their size on the map, which their boxes are for. */
export const REGION_FONT_PX = [22, 17, 14] as const;

const LABEL_FONT_PX = 12;
/** Room at both sides together, in px. */
const PADDING_PX = 8;
/** Room above and below a region's name together, as a share of its size. */
const REGION_LEADING = 0.6;

/** Width and height of a box in CSS pixels. */
export interface LabelBox {
	readonly width: number;
	readonly height: number;
}

/** The box of a title's label, set in 12 px; the page holds the label to this width. */
export function labelBox(text: string): LabelBox {
	const width = textWidth(text, LABEL_FONT_PX) + PADDING_PX;
	return { width: Math.min(LABEL_WIDEST_PX, Math.ceil(width)), height: LABEL_HEIGHT_PX };
}

/** The box of a region's name on a level. */
export function regionBox(name: string, level: number): LabelBox {
	const font = REGION_FONT_PX[level] ?? LABEL_FONT_PX;
	// Names of regions are set wide and bold.
	return {
		width: Math.ceil(1.12 * textWidth(name, font)) + PADDING_PX,
		height: Math.ceil(font * (1 + REGION_LEADING)),
	};
}

/** About how wide a text is: no font is needed, so that pipeline and page agree. Errs to the wide side. */
function textWidth(text: string, fontPx: number): number {
	let ems = 0;
	for (const character of text) ems += ASCII_EMS[character.charCodeAt(0)] ?? emsOf(character);
	return ems * fontPx;
}

/** Most characters of most names; a page measures thousands of them at once. */
const ASCII_EMS = Array.from({ length: 128 }, (_, code) => emsOf(String.fromCharCode(code)));

/** Advance widths of a common sans-serif face, rounded up to a few classes. */
function emsOf(character: string): number {
	if (/[\u1100-\uffff]/.test(character) || character.length > 1) return 1;
	if (/[MWmw@%&—…]/.test(character)) return 0.9;
	if (/[A-Z]/.test(character)) return 0.7;
	if (/[ijl'.,:;!|]/.test(character)) return 0.3;
	if (/[frt\s()[\]/-]/.test(character)) return 0.4;
	return 0.6;
}
