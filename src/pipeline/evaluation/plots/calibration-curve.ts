import type { CalibrationBin } from '#core/metrics/calibration.ts';
import { COLOURS, line, picture, px, text } from './svg.ts';

const SIZE = 400;
const MARGIN = 48;
/** Scores below are too rare to be drawn. */
const LOWEST = 4;
const HIGHEST = 10;
/** Area of a dot grows with its scores; the fullest bin has this radius. */
const GREATEST_RADIUS = 14;

/** Draws mean given over mean predicted score; on the dashed line predictions are right on average. */
export function drawCalibrationCurve(title: string, bins: readonly CalibrationBin[]): string {
	const scale = (value: number) =>
		((Math.max(LOWEST, value) - LOWEST) / (HIGHEST - LOWEST)) * (SIZE - 2 * MARGIN);
	const x = (value: number) => MARGIN + scale(value);
	const y = (value: number) => SIZE - MARGIN - scale(value);
	const fullest = Math.max(1, ...bins.map(({ count }) => count));
	const dots = bins.map(({ predicted, actual, count }) => {
		const radius = Math.max(1.5, GREATEST_RADIUS * Math.sqrt(count / fullest));
		return `<circle cx="${px(x(predicted))}" cy="${px(y(actual))}" r="${px(radius)}" fill="${COLOURS[0]}" fill-opacity="0.7"/>`;
	});
	const ticks = [4, 6, 8, 10].flatMap((score) => [
		text(String(score), { x: x(score), y: SIZE - MARGIN + 18, anchor: 'middle' }),
		text(String(score), { x: MARGIN - 8, y: y(score) + 4, anchor: 'end' }),
	]);
	return picture(SIZE, SIZE, title, [
		text(title, { x: MARGIN, y: 20 }),
		line(x(LOWEST), y(LOWEST), x(HIGHEST), y(LOWEST)),
		line(x(LOWEST), y(LOWEST), x(LOWEST), y(HIGHEST)),
		line(x(LOWEST), y(LOWEST), x(HIGHEST), y(HIGHEST), 'stroke-dasharray="4 4"'),
		...ticks,
		text('predicted', { x: SIZE / 2, y: SIZE - 10, anchor: 'middle' }),
		text('given', { x: MARGIN, y: MARGIN - 12, anchor: 'middle' }),
		...dots,
	]);
}
