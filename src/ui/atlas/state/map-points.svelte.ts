import {
	colourPoints,
	type ColourBy,
	type Colouring,
	type PointFacts,
} from '#atlas/colour/colouring.ts';
import type { MapTheme } from '#atlas/colour/palettes.ts';
import type { Paint } from '#atlas/scene/map-painter.ts';
import { POINT_STATES } from '#atlas/scene/point-states.ts';
import type { OpenAtlas } from '../data/atlas-files.ts';
import { pointFacts } from '../data/point-facts.ts';
import type { ListOverlay } from '../list/list-overlay.svelte.ts';
import type { AtlasView } from './atlas-view.ts';

/** What the looks of points depend on. */
export interface MapPointsOptions {
	readonly atlas: OpenAtlas;
	/** A list that points can be coloured by. */
	readonly list: ListOverlay | null;
	readonly view: () => AtlasView;
	readonly theme: () => MapTheme;
}

/** How titles look, and which of them are to be seen: by the legend, and whether titles for adults are. */
export class MapPoints {
	readonly #options: MapPointsOptions;
	readonly #facts: PointFacts;
	// Of the view these alone change what is painted: the camera moves all the time.
	readonly #colour = $derived.by(() => this.#options.view().colour);
	readonly #only = $derived.by(() => this.#options.view().only);
	readonly #adult = $derived.by(() => this.#options.view().adult);
	readonly #colouring = $derived.by(() => this.#colours());
	readonly #shown = $derived.by(() => this.#filter());
	/** Titles for adults that the map has. */
	readonly adultCount: number;

	constructor(options: MapPointsOptions) {
		this.#options = options;
		this.#facts = pointFacts(options.atlas.titles);
		this.adultCount = options.atlas.titles.filter(({ adult }) => adult).length;
	}

	get colouring(): Colouring {
		return this.#colouring;
	}

	get paint(): Paint {
		return { colouring: this.#colouring, shown: this.#shown, theme: this.#options.theme() };
	}

	/** What points can be coloured by just now. */
	get colours(): readonly ColourBy[] {
		const { list } = this.#options;
		const own = list === null ? [] : (['own'] as const);
		const expected = list?.expected ? (['predicted'] as const) : [];
		return ['genre', 'year', 'score', 'popularity', ...own, ...expected];
	}

	/** Whether a title is on the map at all: those for adults only where the visitor wants them. */
	isOnMap(point: number): boolean {
		return this.#adult || this.#options.atlas.titles[point]?.adult !== true;
	}

	/** Whether it is, and the legend shows its part. */
	isShown(point: number): boolean {
		return this.#shown[point] === POINT_STATES.shown;
	}

	/** Whether the legend shows a part. */
	isPartShown(id: string): boolean {
		return this.#only.length === 0 || this.#only.includes(id);
	}

	/** Parts to show once one of them is shown alone, added to those that are, or taken away; none: all. */
	partsWith(id: string): readonly string[] {
		const only = this.#only;
		const next = only.includes(id) ? only.filter((part) => part !== id) : [...only, id];
		return this.#colouring.parts.every((part) => next.includes(part.id)) ? [] : next;
	}

	#colours(): Colouring {
		const colour = this.#colour;
		const { list, theme } = this.#options;
		// An address may ask for the colours of a list that is not there, or not yet.
		const by = this.colours.includes(colour) ? colour : 'genre';
		const own = list?.own;
		const predicted = list?.expected;
		const facts = { ...this.#facts, ...(own && { own }), ...(predicted && { predicted }) };
		return colourPoints(by, facts, theme(), (point) => this.isOnMap(point));
	}

	#filter(): Uint8Array {
		const { parts, partOf } = this.#colouring;
		const states = parts.map(({ id }) =>
			this.isPartShown(id) ? POINT_STATES.shown : POINT_STATES.dust,
		);
		return Uint8Array.from(partOf, (part, point) =>
			this.isOnMap(point) ? (states[part] ?? POINT_STATES.dust) : POINT_STATES.absent,
		);
	}
}
