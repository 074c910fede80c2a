export const COLOURS = ['#3b82a0', '#c2703d', '#6b8f3f'] as const;
const INK = '#1f2937';

/** Text as XML wants it. */
function escape(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A number of pixels, short, so that two runs differ only where the numbers do. */
export function px(value: number): string {
	return String(Math.round(value * 10) / 10);
}

/** Where a text stands. */
interface TextPlace {
	readonly x: number;
	readonly y: number;
	readonly anchor?: 'start' | 'middle' | 'end';
}

export function text(content: string, { x, y, anchor = 'start' }: TextPlace): string {
	return `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}">${escape(content)}</text>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, extra = ''): string {
	return `<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" stroke="${INK}" ${extra}/>`;
}

/** A whole picture; `title` is what a screen reader says. */
export function picture(width: number, height: number, title: string, parts: string[]): string {
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" role="img" font-family="sans-serif" font-size="12" fill="${INK}">`,
		`<title>${escape(title)}</title>`,
		// A ground of its own: pages that show the report may be dark.
		'<rect width="100%" height="100%" fill="#ffffff"/>',
		...parts,
		'</svg>',
		'',
	].join('\n');
}
