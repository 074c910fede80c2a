import { createForces } from '../src/atlas/layout/tsne-forces.ts';
import { calibrate, symmetrise, toRows } from '../src/atlas/layout/affinities.ts';
import { composeLayout } from '../src/atlas/layout/compose-layout.ts';
import { fitToSquare } from '../src/atlas/layout/align.ts';
import { nearestRows } from '../src/atlas/layout/nearest.ts';
import { largestOfRows } from '../src/atlas/layout/true-neighbours.ts';
import { labelBox } from '../src/core/atlas/label-box.ts';
import { NEIGHBOURS } from '../src/core/atlas/neighbours.ts';
import { readAtlas } from '../src/core/atlas/read-atlas.ts';
import { createRng } from '../src/core/math/rng.ts';
import type { SparseRows } from '../src/core/model/sprout/parts.ts';
import { ATLAS_SETTINGS } from '../src/pipeline/atlas/atlas-settings.ts';
import { layOutGlobal, layOutLocal } from '../src/pipeline/atlas/lay-out.ts';
import { ATLAS_FILES } from '../src/server/bundle-manifest.ts';
import { readBundle } from '../src/server/bundle.ts';
import { timeMedian, type Measurement } from './measurement.ts';

const WIDTH = 64;
const CLUSTERS = 60;
const PERPLEXITY = 40;
const once = { runs: 1, warmUp: 0 };
const quiet = { report: async () => {}, checkpoint: async () => {}, resume: null };

/** The map's layout on generated titles, and reading the bundle's map. Times are CPU times of one thread. */
export async function run(): Promise<Measurement[]> {
	return [
		...(await layout(6000, 60_000)),
		...(await layout(20_000, 360_000)),
		...(await forces(6000)),
		...(await reading()),
	];
}

/** Points around the centres of clusters. */
function generated(size: number) {
	const rng = createRng(size);
	const centres = Array.from({ length: CLUSTERS * WIDTH }, () => rng.next() - 0.5);
	const values = Float32Array.from({ length: size * WIDTH }, (_, at) => {
		const cluster = Math.floor(at / WIDTH) % CLUSTERS;
		return (centres[cluster * WIDTH + (at % WIDTH)] ?? 0) + 0.6 * (rng.next() - 0.5);
	});
	return { width: WIDTH, values };
}

function affinitiesOf(size: number): {
	space: ReturnType<typeof generated>;
	affinities: SparseRows;
} {
	const space = generated(size);
	const { k, rows, squares } = nearestRows(space, ATLAS_SETTINGS.neighbourhood.candidates);
	const chances = Array.from({ length: size }, (_, point) => {
		const energies = Float64Array.from(squares.subarray(point * k, (point + 1) * k));
		calibrate(energies, PERPLEXITY);
		return new Map(Array.from(energies, (chance, place) => [rows[point * k + place] ?? 0, chance]));
	});
	return { space, affinities: symmetrise(toRows(chances)) };
}

/** Everything from vectors to labels; two cores lay both lenses out at once, here one does it in turn. */
async function layout(size: number, limit: number): Promise<Measurement[]> {
	const start = process.cpuUsage();
	const cpuMs = () => {
		const { user, system } = process.cpuUsage(start);
		return (user + system) / 1e3;
	};
	const { space, affinities } = affinitiesOf(size);
	const neighbours = {
		malIds: Int32Array.from({ length: size }, (_, point) => point + 1),
		points: new Uint16Array(size * NEIGHBOURS),
		weights: new Uint8Array(size * NEIGHBOURS),
		reasons: new Uint8Array(size * NEIGHBOURS),
	};
	largestOfRows(affinities, NEIGHBOURS).forEach((best, point) => {
		neighbours.points.set(best, point * NEIGHBOURS);
		neighbours.weights.fill(255, point * NEIGHBOURS, point * NEIGHBOURS + best.length);
	});
	const found = cpuMs();
	const support = new Uint32Array(size).fill(100);
	const sources = { affinities, neighbours, support, space, earlier: null };
	const local = await layOutLocal(sources, ATLAS_SETTINGS, quiet);
	const laidOut = cpuMs();
	await layOutGlobal(sources, ATLAS_SETTINGS, quiet);
	const both = cpuMs();
	composeLayout(fitToSquare(local), {
		neighbours,
		support,
		subjects: { width: 2, values: Float32Array.from(local) },
		tagsOf: (point) => ({
			subjects: [`Kind ${point % CLUSTERS}`],
			studios: [],
			decade: null,
			type: 'TV',
			source: null,
			weight: 1,
			title: 'Title',
			adult: false,
		}),
		boxes: Array.from({ length: size }, (_, point) => labelBox(`A title numbered ${point}`)),
	});
	const all = cpuMs();
	const seconds = (ms: number) => (ms / 1e3).toFixed(1);
	const parts = `neighbours ${seconds(found)} s, local ${seconds(laidOut - found)} s, global ${seconds(both - laidOut)} s, names and labels of one lens ${seconds(all - both)} s`;
	return [
		{ name: `${size} titles, both lenses (CPU)`, median: all, unit: 'ms', limit, note: parts },
	];
}

/** One step of t-SNE against the sum over all pairs. */
async function forces(size: number): Promise<Measurement[]> {
	const { affinities } = affinitiesOf(size);
	const rng = createRng(1);
	const positions = Float64Array.from({ length: 2 * size }, () => 50 * (rng.next() - 0.5));
	const near = createForces(affinities, ATLAS_SETTINGS.local.theta);
	const exact = createForces(affinities, 0);
	return [
		{
			name: `forces on ${size} titles, by quadtree`,
			median: await timeMedian(() => near.compute(positions, 1), { runs: 10, warmUp: 3 }),
			unit: 'ms',
			reference: {
				name: 'every pair',
				median: await timeMedian(() => exact.compute(positions, 1), once),
			},
		},
	];
}

async function reading(): Promise<Measurement[]> {
	const { atlas, manifest } = await readBundle('bundle', ATLAS_FILES);
	if (atlas.length === 0) return [];
	const packed = ATLAS_FILES.reduce((sum, name) => sum + (manifest.files[name]?.bytes ?? 0), 0);
	return [
		{
			name: `read the map of ${readAtlas(atlas).malIds.length} titles`,
			median: await timeMedian(() => readAtlas(atlas)),
			unit: 'ms',
			limit: 100,
		},
		{ name: 'both files of the map, packed', median: packed / 1e3, unit: 'KB', limit: 1000 },
	];
}
