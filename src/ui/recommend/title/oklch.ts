/**
 * An OKLCH colour as sRGB hex, for pictures that are read by programs older than the colour space.
 * Matrices after Björn Ottosson, "A perceptual color space for image processing" (2020).
 *
 * @param lightness 0–1
 * @param chroma 0–0.4; what lies outside sRGB is cut off
 * @param hue degrees
 */
export function oklchToHex(lightness: number, chroma: number, hue: number): string {
	const angle = (hue * Math.PI) / 180;
	const a = chroma * Math.cos(angle);
	const b = chroma * Math.sin(angle);
	const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	const linear = [
		4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
		-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
		-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
	];
	return `#${linear.map(channel).join('')}`;
}

/** One linear channel, gamma-encoded, as two digits. */
function channel(value: number): string {
	const encoded = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
	const byte = Math.round(Math.min(1, Math.max(0, encoded)) * 255);
	return byte.toString(16).padStart(2, '0');
}
