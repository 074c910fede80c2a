import type { Overlay } from '#atlas/overlay.ts';

/** What a list says of a title, and what it lets expect: "Recommended to you, place 3 · you would give about 8.1". */
export function ownWords(
	{ seen, planned, recommended }: Overlay,
	expected: Float32Array | null,
	point: number,
): string {
	const entry = seen.find((one) => one.point === point);
	if (entry !== undefined) {
		return entry.score === null ? 'On your list' : `You gave it ${entry.score}`;
	}
	const place = recommended.find((one) => one.point === point)?.rank;
	const score = expected?.[point] ?? NaN;
	const phrases = [
		place === undefined ? null : `recommended to you, place ${place}`,
		planned.includes(point) ? 'on your plans' : null,
		Number.isNaN(score) ? null : `you would give about ${score.toFixed(1)}`,
	].filter((phrase) => phrase !== null);
	const line = phrases.join(' · ');
	return line.charAt(0).toUpperCase() + line.slice(1);
}
