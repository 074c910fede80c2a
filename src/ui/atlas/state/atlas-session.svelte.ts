import type { AtlasTitle } from '#core/atlas/atlas-titles.ts';
import type { TitleLanguage } from '#core/catalogue/anime.ts';
import type { AtlasMap } from '#atlas/atlas-map.ts';
import { fitted, WHOLE_MAP, type Camera, type Point, type Viewport } from '#atlas/camera/camera.ts';
import { LensPoints } from '#atlas/points/lens-points.ts';
import type { MapTheme } from '#atlas/colour/palettes.ts';
import { shownTitle } from '#ui/shared/shown-title.ts';
import type { OpenAtlas } from '../data/atlas-files.ts';
import type { ListOverlay } from '../list/list-overlay.svelte.ts';
import type { NeighbourFinder } from '../data/neighbour-finder.ts';
import { announcement } from './announcement.ts';
import { parseAtlasView, roundedCamera, writeAtlasView, type AtlasView } from './atlas-view.ts';
import type { InView } from './in-view.ts';
import { MapTravel } from './map-travel.ts';
import { MapWindow, UNSEEN } from './map-window.svelte.ts';
import { Neighbourhood } from './neighbourhood.svelte.ts';
import { MapPoints } from './map-points.svelte.ts';
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

/** A title that the visitor has selected: where it is, or to be taken there. */
interface Chosen {
	readonly point: number;
	readonly how: 'stay' | 'fly';
}

/** The state of a map's page: what the address says, what is under the hand, and what both mean. */
export class AtlasSession {
	readonly atlas: OpenAtlas;
	readonly points: MapPoints;
	readonly places: LensPoints;
	readonly #options: AtlasSessionOptions;
	readonly neighbourhood: Neighbourhood;
	readonly travel: MapTravel;
	readonly #window: MapWindow;
	#map: AtlasMap | null = null;
	#view = $state.raw<AtlasView>(parseAtlasView(new URLSearchParams()));
	#search = '';
	#hovered = $state<number | null>(null);
	#said = $state('');
	#chosen = $state.raw<Chosen | null>(null);

	constructor(options: AtlasSessionOptions) {
		this.#options = options;
		this.atlas = options.atlas;
		this.#search = options.search;
		this.#view = parseAtlasView(new URLSearchParams(options.search));
		const { atlas, neighbours, list, theme } = options;
		this.points = new MapPoints({ atlas, list, theme, view: () => this.#view });
		const isOnMap = (point: number) => this.points.isOnMap(point);
		this.neighbourhood = new Neighbourhood(atlas, neighbours, isOnMap);
		this.places = new LensPoints(atlas.data, isOnMap);
		this.#window = new MapWindow(atlas, this.places, (point) => this.points.isShown(point));
		this.travel = new MapTravel({
			atlas,
			window: this.#window,
			lens: () => this.#view.lens,
			map: () => this.#map,
			jump: (camera) => this.moved(camera, UNSEEN, true),
		});
		if (this.#view.camera !== null) this.#window.move(this.#view.camera);
		this.#look();
		void this.learn();
	}

	get view(): AtlasView {
		return this.#view;
	}

	get camera(): Camera {
		return this.#window.camera;
	}

	get viewport(): Viewport {
		return this.#window.viewport;
	}

	get inView(): InView {
		return this.#window.inView;
	}

	get hovered(): number | null {
		return this.#hovered;
	}

	/** What the visitor has selected last: it is to be brought into sight. */
	get chosen(): Chosen | null {
		return this.#chosen;
	}

	/** What was said last to those who don't see the map. */
	get said(): string {
		return this.#said;
	}

	/** The selected point; null where nothing is, or nothing of this map. */
	get selected(): number | null {
		return this.pointOf(this.#view.title);
	}

	/** Where the way from the selected title leads; null likewise. */
	get to(): number | null {
		return this.pointOf(this.#view.to) === null ? null : this.#view.to;
	}

	/** The point of a title that is on the map. */
	pointOf(malId: number | null): number | null {
		const point = malId === null ? undefined : this.atlas.pointOf.get(malId);
		return point !== undefined && this.points.isOnMap(point) ? point : null;
	}

	/** Whether a title is one for adults, as far as the map knows. */
	isAdult(malId: number): boolean {
		return this.titleAt(this.atlas.pointOf.get(malId) ?? -1)?.adult === true;
	}

	titleAt(point: number): AtlasTitle | undefined {
		return this.atlas.titles[point];
	}

	nameOf(point: number): string {
		const title = this.titleAt(point);
		return title === undefined ? '' : shownTitle(title, this.#options.language()).text;
	}

	/** Titles that are to be seen within an outline. */
	inside(outline: readonly Point[]): number[] {
		const inside = this.places.grid(this.#view.lens).inside(outline);
		return inside.filter((point) => this.points.isShown(point));
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
		if (this.#view.adult !== before.adult) this.places.changed();
		if (this.#view.lens !== before.lens) this.#map?.setLens(this.#view.lens);
		this.#map?.jumpTo(this.#view.camera);
		this.#window.move(this.#view.camera ?? this.#map?.camera ?? this.camera);
		this.#look();
		void this.learn();
	}

	/** The map has moved; where it rests stands in the address. */
	moved(camera: Camera, viewport: Viewport, settled: boolean): void {
		this.#window.move(camera, viewport);
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
		if (this.#view.adult !== before.adult) this.places.changed();
		const search = writeAtlasView(this.#view, this.#search);
		if (search === this.#search) return;
		this.#search = search;
		this.#options.navigate(search, how);
		if (this.#view.lens !== before.lens) this.#turn();
		if (this.#view.title !== before.title || this.#view.adult !== before.adult) void this.learn();
		this.#look();
	}

	select(point: number | null, how: Chosen['how'] = 'stay'): void {
		const malId = point === null ? null : (this.titleAt(point)?.malId ?? null);
		if (malId !== this.#view.title) this.change({ title: malId, to: null });
		this.#chosen = point === null ? null : { point, how };
	}

	hover(point: number | null): void {
		this.#hovered = point;
		this.#mark();
		this.neighbourhood.rest(point, () => {
			if (this.#hovered === point) this.#mark();
		});
	}

	/** Walks to a neighbour; without a title to walk from, to the one in the middle. */
	async walk(key: ArrowKey): Promise<void> {
		const from = this.selected;
		if (from === null) {
			const middle = this.#window.middle(this.#view.lens);
			if (middle !== null) this.select(middle, 'fly');
			return;
		}
		const near = await this.neighbourhood.of(from);
		const { x, y } = this.atlas.data.lenses[this.#view.lens];
		const steps = near.map((step) => ({ ...step, x: x[step.point] ?? 0, y: y[step.point] ?? 0 }));
		const step = stepTowards({ x: x[from] ?? 0, y: y[from] ?? 0 }, steps, key);
		if (step === undefined) this.#said = 'No neighbour lies that way.';
		else this.select(step.point, 'fly');
	}

	/** Shows a part of the legend alone, adds it to those that are shown, or takes it away. */
	togglePart(id: string): void {
		this.change({ only: this.points.partsWith(id) });
	}

	/** Puts titles for adults on the map, or takes them off, and with them what is selected of them. */
	showAdult(adult: boolean): void {
		const isGone = (malId: number | null) => !adult && malId !== null && this.isAdult(malId);
		const { title, to } = this.#view;
		const lost = isGone(title);
		this.change({ adult, title: lost ? null : title, to: lost || isGone(to) ? null : to });
	}

	close(): void {
		this.neighbourhood.close();
		this.#map = null;
	}

	/** Turns to another lens, and goes along with the selected title: it moves elsewhere. */
	#turn(): void {
		this.#map?.setLens(this.#view.lens);
		const { selected } = this;
		if (selected !== null && this.#view.camera !== null) this.travel.goTo(selected);
	}

	#look(): void {
		this.#window.look(this.#view.lens);
	}

	/** Learns the neighbours of the selected title and says what it is. */
	async learn(): Promise<void> {
		const point = this.selected;
		const learned = this.neighbourhood.select(point);
		this.#mark();
		const title = point === null ? undefined : this.titleAt(point);
		if (!(await learned) || title === undefined) return;
		this.#said = announcement(title, this.#options.language(), this.neighbourhood.near);
		this.#mark();
	}

	#mark(): void {
		const { selected, hovered: under } = this;
		// What is selected is marked already.
		const hovered = under === selected ? null : under;
		this.#map?.mark(
			{ selected, hovered },
			{
				selected: this.neighbourhood.known(selected),
				hovered: this.neighbourhood.known(hovered),
			},
		);
	}
}
