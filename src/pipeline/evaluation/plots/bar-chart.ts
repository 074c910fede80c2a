import { share } from '../estimate-text.ts';
import { COLOURS, line, picture, px, text } from './svg.ts';

/** One bar; bounds are left out where there are none. */
interface Bar {
	readonly mean: number;
	readonly low?: number;
	readonly high?: number;
}

/** Bars of several groups, one group below the other, all from zero. */
export interface BarChart {
	readonly title: string;
	/** What each bar of a group stands for. */
	readonly series: readonly string[];
	readonly groups: readonly { readonly label: string; readonly bars: readonly Bar[] }[];
}

const WIDTH = 720;
const LABELS = 240;
const VALUES = 60;
const BAR = 14;
const GAP = 12;
const TOP = 56;

/** Draws horizontal bars with their intervals. */
export function drawBarChart({ title, series, groups }: BarChart): string {
	const highest = Math.max(
		Number.EPSILON,
		...groups.flatMap(({ bars }) => bars.map(({ mean, high = mean }) => high)),
	);
	const x = (value: number) => LABELS + (value / highest) * (WIDTH - LABELS - VALUES);
	const step = series.length * BAR + GAP;
	const rows = groups.flatMap(({ label, bars }, group) => {
		const top = TOP + group * step;
		const middle = top + (bars.length * BAR) / 2 + 4;
		return [
			text(label, { x: LABELS - 10, y: middle, anchor: 'end' }),
			...bars.flatMap((bar, at) => drawBar(bar, { top: top + at * BAR, at, x })),
		];
	});
	const legend = series.flatMap((name, at) => [
		`<rect x="${LABELS + at * 160}" y="30" width="10" height="10" fill="${COLOURS[at] ?? ''}"/>`,
		text(name, { x: LABELS + at * 160 + 16, y: 39 }),
	]);
	const height = TOP + groups.length * step;
	return picture(WIDTH, height, title, [text(title, { x: LABELS, y: 16 }), ...legend, ...rows]);
}

interface BarPlace {
	readonly top: number;
	readonly at: number;
	readonly x: (value: number) => number;
}

function drawBar({ mean, low, high }: Bar, { top, at, x }: BarPlace): string[] {
	const middle = top + BAR / 2 - 1;
	const whisker =
		low === undefined || high === undefined ? [] : [line(x(low), middle, x(high), middle)];
	return [
		`<rect x="${LABELS}" y="${px(top)}" width="${px(x(mean) - LABELS)}" height="${BAR - 2}" fill="${COLOURS[at] ?? ''}"/>`,
		...whisker,
		text(share(mean), { x: x(high ?? mean) + 6, y: middle + 4 }),
	];
}
