import type { AtlasLens } from '#atlas/atlas-data.ts';
import { fitted, WHOLE_MAP, type Camera, type Viewport } from '#atlas/camera/camera.ts';
import type { LensPoints } from '#atlas/points/lens-points.ts';
import type { OpenAtlas } from '../data/atlas-files.ts';
import { inView, NOTHING_IN_VIEW, type InView } from './in-view.ts';

/** Without a drawing the list still looks at a part of the map. */
export const UNSEEN: Viewport = { width: 1000, height: 800 };
/** So far around the middle a title to begin a walk from is looked for, map units. */
const WALK_REACH = 4;

/** The part of the map that is looked at, and what is to be seen there. */
export class MapWindow {
	readonly #atlas: OpenAtlas;
	readonly #isShown: (point: number) => boolean;
	readonly #places: LensPoints;
	#camera = $state.raw<Camera>(fitted(WHOLE_MAP, UNSEEN));
	#viewport = $state.raw<Viewport>(UNSEEN);
	#inView = $state.raw<InView>(NOTHING_IN_VIEW);

	constructor(atlas: OpenAtlas, places: LensPoints, isShown: (point: number) => boolean) {
		this.#atlas = atlas;
		this.#isShown = isShown;
		this.#places = places;
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

	move(camera: Camera, viewport: Viewport = this.#viewport): void {
		this.#camera = camera;
		this.#viewport = viewport;
	}

	/** Looks anew at what is there: once the view rests, or something else is shown. */
	look(lens: AtlasLens): void {
		const layout = this.#atlas.data.lenses[lens];
		const grid = this.#places.grid(lens);
		this.#inView = inView(layout, grid, this.#camera, this.#viewport, this.#isShown);
	}

	/** The title nearest to the middle; null where none is shown. */
	middle(lens: AtlasLens): number | null {
		const nearest = this.#places.grid(lens).nearest(this.#camera, WALK_REACH, this.#isShown);
		return nearest < 0 ? null : nearest;
	}
}
