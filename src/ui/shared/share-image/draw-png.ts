/** Pixels of the file for one of the layout: sharp on every screen. */
const SCALE = 2;

/** An SVG as an address that pages may show; their policy allows no others. */
export function svgAddress(svg: string): string {
	return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

/**
 * Draws an SVG as PNG, in this browser and nowhere else.
 *
 * @returns null where the browser gives no picture: it has no memory for it, or keeps canvases to itself
 */
export async function drawPng(svg: string): Promise<Blob | null> {
	const image = new Image();
	image.src = svgAddress(svg);
	try {
		await image.decode();
	} catch {
		return null;
	}
	const canvas = document.createElement('canvas');
	canvas.width = image.naturalWidth * SCALE;
	canvas.height = image.naturalHeight * SCALE;
	canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
	return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
