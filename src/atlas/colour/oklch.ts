/** Red, green and blue, 0–255. */
export type Rgb = readonly [number, number, number];
/** Lightness 0–1, chroma 0–0.4, hue in degrees. */
export type Oklch = readonly [number, number, number];

/** The lightness and the two axes of OKLab. */
export function labOf([lightness, chroma, hue]: Oklch): Rgb {
	const angle = (hue * Math.PI) / 180;
	return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

/**
 * An OKLab colour as sRGB; what lies outside is cut off.
 * Matrices after Björn Ottosson, "A perceptual color space for image processing" (2020).
 */
export function labToRgb([lightness, a, b]: Rgb): Rgb {
	const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	return [
		encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
		encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
		encoded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
	];
}

export function oklchToRgb(colour: Oklch): Rgb {
	return labToRgb(labOf(colour));
}

export function rgbToHex(rgb: Rgb): string {
	return `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** One linear channel, gamma-encoded, as a byte. */
function encoded(value: number): number {
	const bent = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
	return Math.round(Math.min(1, Math.max(0, bent)) * 255);
}
