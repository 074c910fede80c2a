import type { AtlasTitle } from '#core/atlas/atlas-titles.ts';
import type { PointFacts } from '#atlas/colour/colouring.ts';

/** The columns that points are coloured by. */
export function pointFacts(titles: readonly AtlasTitle[]): PointFacts {
	const column = (value: (title: AtlasTitle) => number | null) =>
		Float32Array.from(titles, (title) => value(title) ?? NaN);
	return {
		group: Uint8Array.from(titles, ({ group }) => group),
		year: column(({ year }) => year),
		score: column(({ score }) => score),
		members: column(({ members }) => members),
	};
}
