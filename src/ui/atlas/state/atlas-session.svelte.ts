import type { AtlasTitle } from '#core/atlas/atlas-titles.ts';
import type { NeighbourAnswer } from '#core/atlas/neighbour-answer.ts';
import type { TitleLanguage } from '#core/catalogue/anime.ts';
import type { AtlasMap } from '#atlas/atlas-map.ts';
import { fitted, WHOLE_MAP, type Camera, type Viewport } from '#atlas/camera/camera.ts';
import {
	colourPoints,
	type ColourBy,
	type Colouring,
	type PointFacts,
} from '#atlas/colour/colouring.ts';
import type { MapTheme } from '#atlas/colour/palettes.ts';
import { createGridIndex, type GridIndex } from '#atlas/points/grid-index.ts';
import type { Paint } from '#atlas/scene/map-painter.ts';
import { shownTitle } from '#ui/shared/shown-title.ts';
import type { OpenAtlas } from '../data/atlas-files.ts';
import type { ListOverlay } from '../list/list-overlay.svelte.ts';
import type { NeighbourFinder } from '../data/neighbour-finder.ts';
import { pointFacts } from '../data/point-facts.ts';
import { announcement } from './announcement.ts';
import { parseAtlasView, roundedCamera, writeAtlasView, type AtlasView } from './atlas-view.ts';
import { allOf, mostOf } from './framing.ts';
import { inView, NOTHING_IN_VIEW, type InView } from './in-view.ts';
import { stepTowards, type ArrowKey } from './walk.ts';

/** What the session needs of the page. */
export interface AtlasSessionOptions {
	readonly atlas: OpenAtlas;
	readonly neighbours: NeighbourFinder;
	readonly search: string;
	readonly language: () => TitleLanguage;
	readonly theme: () => MapTheme;
	/** A list that points can be coloured by. */
	readonly list: ListOverlay | null;
	readonly navigate: (search: string, how: 'push' | 'replace') => void;
}

/** Without a drawing the list still looks at a part of the map. */
const UNSEEN: Viewport = { width: 1000, height: 800 };
/** A way is shown no closer. */
const ROUTE_SCALE = 3000;
/** A hand that passes over titles asks for no neighbours. */
const HOVER_REST_MS = 70;

/** The state of a map's page: what the address says, what is under the hand, and what both mean. */
export class AtlasSession {
	readonly atlas: OpenAtlas;
	readonly #options: AtlasSessionOptions;
	readonly #facts: PointFacts;
	readonly #list: ListOverlay | null;
	readonly #grids: Record<'local' | 'global', GridIndex>;
	#map: AtlasMap | null = null;
	#view = $state.raw<AtlasView>(parseAtlasView(new URLSearchParams()));
	#search = '';
	#hovered = $state<number | null>(null);
	#camera = $state.raw<Camera>(fitted(WHOLE_MAP, UNSEEN));
	#viewport = $state.raw<Viewport>(UNSEEN);
	#inView = $state.raw<InView>(NOTHING_IN_VIEW);
	#near = $state.raw<NeighbourAnswer | null>(null);
	#said = $state('');
	#resting: ReturnType<typeof setTimeout> | undefined;
	// Of the view these alone change what is painted: the camera moves all the time.
	readonly #colour = $derived(this.#view.colour);
	readonly #only = $derived(this.#view.only);
	readonly #colouring = $derived.by(() => this.#colours());
	readonly #shown = $derived.by(() => this.#filter());

	constructor(options: AtlasSessionOptions) {
		this.#options = options;
		this.atlas = options.atlas;
		this.#search = options.search;
		this.#view = parseAtlasView(new URLSearchParams(options.search));
		const { titles, data } = options.atlas;
		this.#facts = pointFacts(titles);
		this.#list = options.list;
		const { local, global } = data.lenses;
		this.#grids = {
			local: createGridIndex(local.x, local.y),
			global: createGridIndex(global.x, global.y),
		};
		this.#camera = this.#view.camera ?? this.#camera;
		this.#look();
		void this.#learn();
	}

	get view(): AtlasView {
		return this.#view;
	}

	get colouring(): Colouring {
		return this.#colouring;
	}

	get paint(): Paint {
		return { colouring: this.#colouring, shown: this.#shown, theme: this.#options.theme() };
	}

	get camera(): Camera {
		return this.#camera;
	}

	get viewport(): Viewport {
		return this.#viewport;
	}

	get inView(): InView {
		return this.#inView;
	}

	get hovered(): number | null {
		return this.#hovered;
	}

	/** Neighbours of the selected title, once they are known. */
	get near(): NeighbourAnswer | null {
		return this.#near;
	}

	/** What was said last to those who don't see the map. */
	get said(): string {
		return this.#said;
	}

	/** The selected point; null where nothing is, or nothing of this map. */
	get selected(): number | null {
		const { title } = this.#view;
		return title === null ? null : (this.atlas.pointOf.get(title) ?? null);
	}

	titleAt(point: number): AtlasTitle | undefined {
		return this.atlas.titles[point];
	}

	nameOf(point: number): string {
		const title = this.titleAt(point);
		return title === undefined ? '' : shownTitle(title, this.#options.language()).text;
	}

	/** Takes a drawn map into use, or lets go of it. */
	attach(map: AtlasMap | null): void {
		this.#map = map;
		this.#mark();
	}

	/** The address has changed, by a step of the page or by Back and Forward. */
	follow(search: string): void {
		if (search === this.#search) return;
		const before = this.#view;
		this.#search = search;
		this.#view = parseAtlasView(new URLSearchParams(search));
		if (this.#view.lens !== before.lens) this.#map?.setLens(this.#view.lens);
		this.#map?.jumpTo(this.#view.camera);
		this.#camera = this.#view.camera ?? this.#map?.camera ?? this.#camera;
		this.#look();
		void this.#learn();
	}

	/** The map has moved; where it rests stands in the address. */
	moved(camera: Camera, viewport: Viewport, settled: boolean): void {
		this.#camera = camera;
		this.#viewport = viewport;
		if (!settled) return;
		this.#look();
		const whole = this.#map?.whole ?? fitted(WHOLE_MAP, viewport);
		const rounded = roundedCamera(camera);
		const isWhole = JSON.stringify(roundedCamera(whole)) === JSON.stringify(rounded);
		const at = isWhole ? null : rounded;
		if (JSON.stringify(at) !== JSON.stringify(this.#view.camera)) {
			this.change({ camera: at }, 'replace');
		}
	}

	/** A step of the visitor, which Back takes back where it is pushed. */
	change(part: Partial<AtlasView>, how: 'push' | 'replace' = 'push'): void {
		const before = this.#view;
		this.#view = { ...before, ...part };
		const search = writeAtlasView(this.#view, this.#search);
		if (search === this.#search) return;
		this.#search = search;
		this.#options.navigate(search, how);
		if (this.#view.lens !== before.lens) this.#map?.setLens(this.#view.lens);
		if (this.#view.title !== before.title) void this.#learn();
		this.#look();
	}

	select(point: number | null, how: 'stay' | 'fly' = 'stay'): void {
		const malId = point === null ? null : (this.titleAt(point)?.malId ?? null);
		if (malId !== this.#view.title) this.change({ title: malId, to: null });
		if (point === null) return;
		if (how === 'fly') this.goTo(point);
		else this.#map?.reveal(point);
	}

	/** Brings a title into the middle. */
	goTo(point: number): void {
		const { x, y } = this.atlas.data.lenses[this.#view.lens];
		if (this.#map !== null) this.#map.flyToPoint(point);
		else this.moved({ x: x[point] ?? 0, y: y[point] ?? 0, scale: 2600 }, UNSEEN, true);
	}

	/** Shows a region as large as the picture allows. */
	goToRegion(level: number, at: number): void {
		const layout = this.atlas.data.lenses[this.#view.lens];
		const members = layout.regions[level]?.[at]?.members ?? [];
		if (members.length === 0) return;
		const camera = fitted(mostOf(members, layout), this.#viewport);
		if (this.#map === null) this.moved(camera, UNSEEN, true);
		else this.#map.flyTo(camera);
	}

	/** Brings a title into the middle without selecting it. */
	lookAt(malId: number): void {
		const point = this.atlas.pointOf.get(malId);
		if (point !== undefined) this.goTo(point);
	}

	/** Draws a way through titles and shows it as a whole; none takes it away. */
	showRoute(malIds: readonly number[]): void {
		const route = malIds.flatMap((malId) => this.atlas.pointOf.get(malId) ?? []);
		this.#map?.mark({ route });
		if (route.length < 2) return;
		const bounds = allOf(route, this.atlas.data.lenses[this.#view.lens]);
		this.#map?.flyTo(fitted(bounds, this.#viewport, ROUTE_SCALE));
	}

	hover(point: number | null): void {
		this.#hovered = point;
		clearTimeout(this.#resting);
		this.#mark();
		if (point === null) return;
		this.#resting = setTimeout(() => void this.#learnHovered(point), HOVER_REST_MS);
	}

	/** Walks to a neighbour; without a title to walk from, to the one in the middle. */
	async walk(key: ArrowKey): Promise<void> {
		const from = this.selected;
		const grid = this.#grids[this.#view.lens];
		if (from === null) {
			const nearest = grid.nearest(this.#camera, 4, (point) => this.#shown[point] === 1);
			if (nearest >= 0) this.select(nearest, 'fly');
			return;
		}
		const answer = await this.#options.neighbours.find(this.titleAt(from)?.malId ?? 0);
		const { x, y } = this.atlas.data.lenses[this.#view.lens];
		const steps = this.#pointsOf(answer).map(({ point, weight }) => ({
			point,
			weight,
			x: x[point] ?? 0,
			y: y[point] ?? 0,
		}));
		const step = stepTowards({ x: x[from] ?? 0, y: y[from] ?? 0 }, steps, key);
		if (step === undefined) this.#said = 'No neighbour lies that way.';
		else this.select(step.point, 'fly');
	}

	/** Whether the map is under a filter of its legend. */
	isPartShown(id: string): boolean {
		return this.#only.length === 0 || this.#only.includes(id);
	}

	/** Shows a part of the legend alone, adds it to those that are shown, or takes it away. */
	togglePart(id: string): void {
		const { only } = this.#view;
		const next = only.includes(id) ? only.filter((part) => part !== id) : [...only, id];
		const isAll = this.#colouring.parts.every((part) => next.includes(part.id));
		this.change({ only: isAll ? [] : next });
	}

	close(): void {
		clearTimeout(this.#resting);
		this.#map = null;
	}

	/** What points can be coloured by just now. */
	get colours(): readonly ColourBy[] {
		const own = this.#list === null ? [] : (['own'] as const);
		const expected = this.#list?.expected ? (['predicted'] as const) : [];
		return ['genre', 'year', 'score', 'popularity', ...own, ...expected];
	}

	#colours(): Colouring {
		const colour = this.#colour;
		// An address may ask for the colours of a list that is not there, or not yet.
		const by = this.colours.includes(colour) ? colour : 'genre';
		const own = this.#list?.own;
		const predicted = this.#list?.expected;
		const facts = { ...this.#facts, ...(own && { own }), ...(predicted && { predicted }) };
		return colourPoints(by, facts, this.#options.theme());
	}

	#filter(): Uint8Array {
		const { parts, partOf } = this.#colouring;
		const shows = parts.map(({ id }) => this.isPartShown(id));
		const { titles } = this.atlas;
		return Uint8Array.from(partOf, (part, point) =>
			shows[part] === true && titles[point]?.adult !== true ? 1 : 0,
		);
	}

	#look(): void {
		const { lens } = this.#view;
		const shown = this.#shown;
		this.#inView = inView(
			this.atlas.data.lenses[lens],
			this.#grids[lens],
			this.#camera,
			this.#viewport,
			(point) => shown[point] === 1,
		);
	}

	/** Learns the neighbours of the selected title and says what it is. */
	async #learn(): Promise<void> {
		this.#near = null;
		this.#mark();
		const point = this.selected;
		const title = point === null ? undefined : this.titleAt(point);
		if (point === null || title === undefined) return;
		const answer = await this.#options.neighbours.find(title.malId);
		if (this.selected !== point) return;
		this.#near = answer;
		this.#said = announcement(title, this.#options.language(), answer);
		this.#mark();
	}

	async #learnHovered(point: number): Promise<void> {
		await this.#options.neighbours.find(this.titleAt(point)?.malId ?? 0);
		if (this.#hovered === point) this.#mark();
	}

	#pointsOf(answer: NeighbourAnswer | null | undefined) {
		return (answer?.neighbours ?? []).flatMap(({ malId, weight }) => {
			const point = this.atlas.pointOf.get(malId);
			return point === undefined ? [] : [{ point, weight }];
		});
	}

	#mark(): void {
		const { selected, hovered: under } = this;
		// What is selected is marked already.
		const hovered = under === selected ? null : under;
		const known = hovered === null ? undefined : this.titleAt(hovered)?.malId;
		const answer = known === undefined ? undefined : this.#options.neighbours.known(known);
		this.#map?.mark(
			{ selected, hovered },
			{ selected: this.#pointsOf(this.#near), hovered: this.#pointsOf(answer) },
		);
	}
}
