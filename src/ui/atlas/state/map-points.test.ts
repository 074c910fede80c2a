import { expect, it } from 'vitest';
import { POINT_STATES } from '#atlas/scene/point-states.ts';
import { openAtlasOf } from '#tests/support/open-atlas.ts';
import { WHOLE_ATLAS, type AtlasView } from './atlas-view.ts';
import { MapPoints } from './map-points.svelte.ts';

const { dust, shown, absent } = POINT_STATES;

/** Three titles of Sports and one of Romance; the last of Sports is for adults. */
function pointsOf(view: Partial<AtlasView>): MapPoints {
	const atlas = openAtlasOf([10, 20, 30, 40]);
	const titles = atlas.titles.map((title, point) => ({
		...title,
		group: point === 3 ? 3 : 0,
		adult: point === 2,
	}));
	return new MapPoints({
		atlas: { ...atlas, titles },
		list: null,
		theme: () => 'light',
		view: () => ({ ...WHOLE_ATLAS, ...view }),
	});
}

it('keeps titles for adults off the map, and out of the numbers of the legend', () => {
	const points = pointsOf({});
	expect([...points.paint.shown]).toEqual([shown, shown, absent, shown]);
	expect(points.colouring.parts.map(({ id, count }) => [id, count])).toEqual([
		['sports', 2],
		['romance', 1],
	]);
	expect([points.isOnMap(2), points.isShown(2), points.adultCount]).toEqual([false, false, 1]);
});

it('shows them to who wants them', () => {
	const points = pointsOf({ adult: true });
	expect([...points.paint.shown]).toEqual([shown, shown, shown, shown]);
	expect(points.colouring.parts.map(({ count }) => count)).toEqual([3, 1]);
});

it('leaves dust of what the legend leaves out, of titles for adults nothing', () => {
	const points = pointsOf({ only: ['romance'] });
	expect([...points.paint.shown]).toEqual([dust, dust, absent, shown]);
	expect([points.isOnMap(0), points.isShown(0)]).toEqual([true, false]);
	expect(points.partsWith('romance')).toEqual([]);
	expect(points.partsWith('sports')).toEqual([]);
});
