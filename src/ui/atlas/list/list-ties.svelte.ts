import { neighbourPairs, type AtlasNeighbours, type NeighbourPair } from '#atlas/atlas-data.ts';

/** Lines to nearer neighbours that a title has at most: more are a tangle, even from close by. */
const MOST_OF_A_TITLE = 6;

/** The true neighbours among the titles of a list, which are found once they are to be drawn. */
export class ListTies {
	readonly #points: readonly number[];
	readonly #load: () => Promise<AtlasNeighbours | null>;
	#pairs = $state.raw<readonly NeighbourPair[]>([]);
	#step = $state<'idle' | 'asking' | 'done' | 'failed'>('idle');

	/** @param points of the list */
	constructor(points: readonly number[], load: () => Promise<AtlasNeighbours | null>) {
		this.#points = points;
		this.#load = load;
	}

	/** The strongest first; none before they are there. */
	get pairs(): readonly NeighbourPair[] {
		return this.#pairs;
	}

	get failed(): boolean {
		return this.#step === 'failed';
	}

	/** Fetches what tells neighbours, once; after a failure, again. */
	async ask(): Promise<void> {
		if (this.#step === 'asking' || this.#step === 'done') return;
		this.#step = 'asking';
		const neighbours = await this.#load();
		this.#step = neighbours === null ? 'failed' : 'done';
		if (neighbours === null) return;
		this.#pairs = neighbourPairs(neighbours, this.#points, MOST_OF_A_TITLE);
	}
}
