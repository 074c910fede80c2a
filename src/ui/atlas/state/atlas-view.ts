import { ATLAS_LENSES, type AtlasLens } from '#atlas/atlas-data.ts';
import type { Camera } from '#atlas/camera/camera.ts';
import { COLOURINGS, type ColourBy } from '#atlas/colour/colouring.ts';

/** What the address says of the map: it restores the very view. */
export interface AtlasView {
	readonly lens: AtlasLens;
	/** Null: the whole map. */
	readonly camera: Camera | null;
	/** MyAnimeList id of the selected title. */
	readonly title: number | null;
	readonly colour: ColourBy;
	/** Parts of the legend that are shown alone; none: all. */
	readonly only: readonly string[];
	/** Where a route leads from the selected title. */
	readonly to: number | null;
	/** Whether titles for adults are on the map. */
	readonly adult: boolean;
	/** Whether lines lie between neighbours of a list. */
	readonly lines: boolean;
}

export const WHOLE_ATLAS: AtlasView = {
	lens: 'local',
	camera: null,
	title: null,
	colour: 'genre',
	only: [],
	to: null,
	adult: false,
	lines: true,
};

/** Names of the parameters; whatever else an address holds is not the map's. */
const KEYS = ['lens', 'at', 'title', 'colour', 'only', 'to', 'adult', 'lines', 'find'] as const;

/** Whether an address asks to be taken to its title. */
export const asksToFind = (params: Pick<URLSearchParams, 'get'>) =>
	parseId(params.get('find')) !== null;

/** Ids of legend parts, and how many an address may name. */
const PART = /^[\w-]{1,24}$/;
const MOST_PARTS = 20;

/** A pixel at the closest scale is a 60,000th: five digits and one to round. */
const PLACE_DIGITS = 6;
const SCALE_DIGITS = 6;

/** Reads an address; what it does not say, or says wrong, is as it is at first. */
export function parseAtlasView(params: Pick<URLSearchParams, 'get'>): AtlasView {
	const only = (params.get('only') ?? '').split('.').filter((part) => PART.test(part));
	return {
		lens: ATLAS_LENSES.find((lens) => lens === params.get('lens')) ?? WHOLE_ATLAS.lens,
		camera: parseCamera(params.get('at')),
		title: parseId(params.get('title')) ?? parseId(params.get('find')),
		colour: COLOURINGS.find((colour) => colour === params.get('colour')) ?? WHOLE_ATLAS.colour,
		only: [...new Set(only)].slice(0, MOST_PARTS),
		to: parseId(params.get('to')),
		// As the addresses of lists have it.
		adult: params.get('adult') === 'show',
		lines: params.get('lines') !== 'off',
	};
}

/** Puts a view into an address, `?…` or nothing; parameters that are not the map's stay. */
export function writeAtlasView(view: AtlasView, search: string): string {
	const params = new URLSearchParams(search);
	const values: Record<(typeof KEYS)[number], string | null> = {
		lens: view.lens === WHOLE_ATLAS.lens ? null : view.lens,
		at: view.camera && writeCamera(view.camera),
		title: view.title === null ? null : String(view.title),
		colour: view.colour === WHOLE_ATLAS.colour ? null : view.colour,
		only: view.only.length === 0 ? null : view.only.join('.'),
		to: view.to === null ? null : String(view.to),
		adult: view.adult ? 'show' : null,
		lines: view.lines ? null : 'off',
		// It was found: from then on the address says where.
		find: null,
	};
	for (const key of KEYS) {
		const value = values[key];
		if (value === null) params.delete(key);
		else params.set(key, value);
	}
	// Commas are allowed there, and a link is read by people.
	const text = params.toString().replaceAll('%2C', ',');
	return text === '' ? '' : `?${text}`;
}

/** The camera as an address holds it: what differs by less is the same view. */
export function roundedCamera({ x, y, scale }: Camera): Camera {
	return {
		// Adding nothing makes 0 of −0.
		x: Number(x.toFixed(PLACE_DIGITS)) + 0,
		y: Number(y.toFixed(PLACE_DIGITS)) + 0,
		scale: Number(scale.toPrecision(SCALE_DIGITS)),
	};
}

function writeCamera(camera: Camera): string {
	const { x, y, scale } = roundedCamera(camera);
	return [x, y, scale].join(',');
}

function parseCamera(text: string | null): Camera | null {
	const numbers = (text ?? '').split(',').map((part) => (part === '' ? NaN : Number(part)));
	const [x = NaN, y = NaN, scale = NaN] = numbers;
	const isPlace = Math.abs(x) <= 1 && Math.abs(y) <= 1;
	if (numbers.length !== 3 || !isPlace || !(scale > 0 && scale < 1e6)) return null;
	return roundedCamera({ x, y, scale });
}

function parseId(text: string | null): number | null {
	return text !== null && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;
}
