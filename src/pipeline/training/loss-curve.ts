/** A line of a chart. */
export interface LossSeries {
	readonly name: string;
	/** Ascending by epoch; points that are no numbers are left out. */
	readonly points: readonly { readonly epoch: number; readonly loss: number }[];
}

const WIDTH = 720;
const HEIGHT = 400;
const LEFT = 72;
const RIGHT = 20;
const TOP = 16;
const BOTTOM = 48;
const LEGEND_ROW = 20;
const TICKS = 5;
/** Pairs for light and dark grounds; told apart by those who confuse red and green (Okabe & Ito). */
const COLOURS = [
	['#0072b2', '#56b4e9'],
	['#d55e00', '#e69f00'],
	['#007a5a', '#00c08b'],
	['#a0447f', '#e79bc8'],
] as const;
const DASHES = ['none', '6 4', '2 3'] as const;

/** A stretch of numbers and where it lies on the page. */
interface Axis {
	readonly ticks: readonly number[];
	place(value: number): number;
}

/**
 * A chart of losses by epoch as an SVG file of its own; light or dark as whoever looks at it prefers.
 * The same series give the same text.
 */
export function lossCurve(series: readonly LossSeries[]): string {
	const known = series.map(({ name, points }) => ({
		name,
		points: points.filter(({ epoch, loss }) => Number.isFinite(epoch) && Number.isFinite(loss)),
	}));
	const all = known.flatMap(({ points }) => points);
	const bottom = TOP + HEIGHT;
	const x = axisOf(
		all.map(({ epoch }) => epoch),
		LEFT,
		WIDTH - RIGHT,
		true,
	);
	const y = axisOf(
		all.map(({ loss }) => loss),
		bottom - BOTTOM,
		TOP,
		false,
	);
	const height = bottom + LEGEND_ROW * Math.ceil(known.length / 2);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Loss by epoch" font-family="system-ui, sans-serif" font-size="13">`,
		`<style>${styleSheet()}</style>`,
		...x.ticks.map((tick) => xTick(tick, x.place(tick), bottom - BOTTOM)),
		...y.ticks.map((tick) => yTick(tick, y.place(tick), tickDigits(y.ticks))),
		`<text class="text" x="${(LEFT + WIDTH - RIGHT) / 2}" y="${bottom - 6}" text-anchor="middle">epoch</text>`,
		`<text class="text" transform="translate(14 ${(TOP + bottom - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">loss</text>`,
		...known.map(({ points }, at) => line(points, at, x, y)),
		...known.map(({ name }, at) => legend(name, at, bottom)),
		...(all.length === 0 ? [`<text class="text" x="${LEFT + 20}" y="60">no epoch yet</text>`] : []),
		'</svg>\n',
	].join('\n');
}

function styleSheet(): string {
	const colours = (shade: 0 | 1) =>
		COLOURS.map((pair, at) => `.c${at}{color:${pair[shade]}}`).join('');
	return `svg{color:#222}${colours(0)}.text{fill:currentColor}.grid{stroke:currentColor;stroke-opacity:.15}.line{stroke:currentColor;stroke-width:2;fill:none;stroke-linejoin:round}.dot{fill:currentColor}@media(prefers-color-scheme:dark){svg{color:#ddd}${colours(1)}}`;
}

/** An axis over all values, its ticks at round numbers that lie among them or just outside. */
function axisOf(values: readonly number[], from: number, to: number, whole: boolean): Axis {
	const least = values.reduce((a, b) => Math.min(a, b), Infinity);
	const most = values.reduce((a, b) => Math.max(a, b), -Infinity);
	const [low, high] = least <= most ? [least, most] : [0, 1];
	const step = roundStep((high - low || Math.abs(high) || 1) / TICKS, whole);
	const start = Math.floor(low / step);
	const end = Math.max(start + 1, Math.ceil(high / step));
	const ticks = Array.from({ length: end - start + 1 }, (_, tick) => (start + tick) * step);
	const span = (end - start) * step;
	return { ticks, place: (value) => from + ((value - start * step) / span) * (to - from) };
}

/** The next of 1, 2, 5 times a power of ten. */
function roundStep(least: number, whole: boolean): number {
	const power = 10 ** Math.floor(Math.log10(least));
	const factor = [1, 2, 5].find((candidate) => candidate * power >= least * (1 - 1e-9)) ?? 10;
	return whole ? Math.max(1, factor * power) : factor * power;
}

/** Digits after the point that tell the ticks apart. */
function tickDigits(ticks: readonly number[]): number {
	const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
	return Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
}

const xTick = (tick: number, x: number, bottom: number) =>
	`<line class="grid" x1="${place(x)}" x2="${place(x)}" y1="${TOP}" y2="${bottom}"/><text class="text" x="${place(x)}" y="${bottom + 18}" text-anchor="middle">${tick}</text>`;

const yTick = (tick: number, y: number, digits: number) =>
	`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${place(y)}" y2="${place(y)}"/><text class="text" x="${LEFT - 8}" y="${place(y + 4)}" text-anchor="end">${tick.toFixed(digits)}</text>`;

/** Series beyond the colours repeat them in other dashes. */
function look(at: number): string {
	const dash = DASHES[Math.floor(at / COLOURS.length) % DASHES.length] ?? 'none';
	return `class="line c${at % COLOURS.length}" stroke-dasharray="${dash}"`;
}

function line(points: LossSeries['points'], at: number, x: Axis, y: Axis): string {
	const path = points.map(({ epoch, loss }) => `${place(x.place(epoch))},${place(y.place(loss))}`);
	const [only] = path;
	if (only === undefined) return '';
	// A line of one point would not be seen.
	if (path.length > 1) return `<polyline ${look(at)} points="${path.join(' ')}"/>`;
	const [cx, cy] = only.split(',');
	return `<circle class="dot c${at % COLOURS.length}" cx="${cx}" cy="${cy}" r="3"/>`;
}

function legend(name: string, at: number, top: number): string {
	const x = LEFT + (at % 2) * ((WIDTH - LEFT - RIGHT) / 2);
	const y = top + 10 + LEGEND_ROW * Math.floor(at / 2);
	return `<line ${look(at)} x1="${x}" x2="${x + 28}" y1="${y - 4}" y2="${y - 4}"/><text class="text" x="${x + 36}" y="${y}">${escapeText(name)}</text>`;
}

const place = (value: number) => String(Number(value.toFixed(2)));

const escapeText = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
