import type { NeighbourAnswer } from '#core/atlas/neighbour-answer.ts';
import type { PointNeighbour } from '#atlas/scene/neighbour-lines.ts';
import type { OpenAtlas } from '../data/atlas-files.ts';
import type { NeighbourFinder } from '../data/neighbour-finder.ts';

/** A hand that passes over titles asks for no neighbours. */
const HOVER_REST_MS = 70;

/** Neighbours of the title that is selected and of that under the hand; of those on the map alone. */
export class Neighbourhood {
	readonly #atlas: OpenAtlas;
	readonly #finder: NeighbourFinder;
	readonly #isOnMap: (point: number) => boolean;
	#answer = $state.raw<NeighbourAnswer | null>(null);
	readonly #near = $derived.by(() => this.#answer && this.#onMap(this.#answer));
	#failed = $state(false);
	#latest = 0;
	#resting: ReturnType<typeof setTimeout> | undefined;

	constructor(atlas: OpenAtlas, finder: NeighbourFinder, isOnMap: (point: number) => boolean) {
		this.#atlas = atlas;
		this.#finder = finder;
		this.#isOnMap = isOnMap;
	}

	/** Of the selected title, once they are known. */
	get near(): NeighbourAnswer | null {
		return this.#near;
	}

	/** Whether nobody could be asked for them. */
	get failed(): boolean {
		return this.#failed;
	}

	/** Another title is selected, or none. @returns whether it is still that one when its neighbours are known */
	async select(point: number | null): Promise<boolean> {
		const number = ++this.#latest;
		this.#answer = null;
		this.#failed = false;
		if (point === null) return false;
		const answer = await this.#find(point);
		if (number !== this.#latest) return false;
		this.#answer = answer;
		this.#failed = answer === null;
		return true;
	}

	/** The hand is on a title, or on none: `learned` is called once it has rested there and its neighbours are known. */
	rest(point: number | null, learned: () => void): void {
		clearTimeout(this.#resting);
		if (point === null) return;
		this.#resting = setTimeout(() => void this.#find(point).then(learned), HOVER_REST_MS);
	}

	/** Points to draw lines to, as far as they are known by now. */
	known(point: number | null): PointNeighbour[] {
		const malId = point === null ? undefined : this.#atlas.titles[point]?.malId;
		return this.#pointsOf(malId === undefined ? undefined : this.#finder.known(malId));
	}

	/** The same, once they are known. */
	async of(point: number): Promise<PointNeighbour[]> {
		return this.#pointsOf(await this.#find(point));
	}

	close(): void {
		clearTimeout(this.#resting);
	}

	#find(point: number): Promise<NeighbourAnswer | null> {
		return this.#finder.find(this.#atlas.titles[point]?.malId ?? 0);
	}

	#onMap(answer: NeighbourAnswer): NeighbourAnswer {
		const neighbours = answer.neighbours.filter(({ malId }) => {
			const point = this.#atlas.pointOf.get(malId);
			return point === undefined || this.#isOnMap(point);
		});
		return { ...answer, neighbours };
	}

	#pointsOf(answer: NeighbourAnswer | null | undefined): PointNeighbour[] {
		return (answer?.neighbours ?? []).flatMap(({ malId, weight }) => {
			const point = this.#atlas.pointOf.get(malId);
			return point === undefined || !this.#isOnMap(point) ? [] : [{ point, weight }];
		});
	}
}
