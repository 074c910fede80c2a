import { createRng, type Rng } from '#core/math/rng.ts';
import { createCodedMatrix, GREATEST_CODE, triangleLength } from '#core/model/coded-matrix.ts';
import type { CodedWideWeights, SproutFile } from '#core/model/sprout/model-file.ts';
import type {
	AutoencoderWeights,
	HeadWeights,
	SparseRows,
	SproutParts,
	TitleFacts,
	WideWeights,
} from '#core/model/sprout/parts.ts';

export interface NetworkSizes {
	/** Titles. */
	readonly n: number;
	/** Learned ones, 1 ≤ m ≤ n. */
	readonly m: number;
	readonly facts: number;
	/** Hidden units of the autoencoder. */
	readonly hidden: number;
	readonly presenceFeatures: number;
	readonly ratingFeatures: number;
	/** Hidden units of the heads; 3 unless told. */
	readonly headWidth?: number;
	/** Whether the autoencoder has learned its rating output; yes unless told. */
	readonly ratingOutput?: boolean;
}

/** A random network whose parts fit together. The same seed and sizes give the same numbers. */
export function smallNetworkParts(seed: number, sizes: NetworkSizes): SproutParts {
	const { presence, rating, settings: _, ...rest } = smallNetworkFile(seed, sizes);
	return {
		...rest,
		presence: unpacked(presence, sizes.m),
		rating: unpacked(rating, sizes.m),
	};
}

/** The network of {@link smallNetworkParts} as it can be written to a file. */
export function smallNetworkFile(seed: number, sizes: NetworkSizes): SproutFile {
	const { n, m, facts, headWidth = 3 } = sizes;
	const rng = createRng(seed);
	return {
		name: `small ${seed}`,
		// Neither ascending nor without gaps.
		items: Int32Array.from({ length: n }, (_, item) => 3 * (n - item) + rng.below(3)),
		learnedCount: m,
		titles: randomTitles(rng, n, m),
		links: randomRows(rng, n, m, false),
		facts: randomRows(rng, n, facts, true),
		presence: randomWide(rng, m),
		rating: randomWide(rng, m),
		autoencoder: randomAutoencoder(rng, sizes),
		presenceHead: randomHead(rng, headWidth, sizes.presenceFeatures),
		ratingHead: randomHead(rng, headWidth, sizes.ratingFeatures),
		likingWeight: 0.25,
		settings: { seed },
	};
}

function unpacked(
	{ inputScale, outputScale, linkScale, ...coded }: CodedWideWeights,
	m: number,
): WideWeights {
	return {
		inputScale,
		outputScale,
		linkScale,
		matrix: createCodedMatrix(m, coded.triangle, coded.magnitudes),
	};
}

function floats(rng: Rng, length: number, from = -1, to = 1): Float32Array {
	return Float32Array.from({ length }, () => from + (to - from) * rng.next());
}

function randomTitles(rng: Rng, n: number, m: number): TitleFacts {
	const franchise = Int32Array.from({ length: n }, () => rng.below(Math.ceil(n / 2)));
	return {
		frequency: Uint32Array.from({ length: n }, (_, item) => (item < m ? 15 + rng.below(1000) : 0)),
		franchise,
		previous: franchise.map((own, item) => franchise.subarray(0, item).lastIndexOf(own)),
		year: floats(rng, n, 1980, 2025).map(Math.floor),
		type: Uint8Array.from({ length: n }, () => rng.below(5)),
		members: floats(rng, n, -4, 4),
		score: floats(rng, n, -2, 2),
		bias: floats(rng, n),
		alone: floats(rng, n, -5, 0),
	};
}

/** Up to four columns in each row, ascending, never the row's own; in `unit` rows the squares sum to 1. */
function randomRows(rng: Rng, rows: number, width: number, unit: boolean): SparseRows {
	const offsets = [0];
	const columns: number[] = [];
	const values: number[] = [];
	for (let row = 0; row < rows; row++) {
		const drawn = Array.from({ length: Math.min(width, 4) }, () => rng.below(width));
		const own = [...new Set(drawn)].filter((column) => unit || column !== row);
		const weights = own.map(() => 0.2 + rng.next());
		const norm = unit ? Math.hypot(...weights) : 1;
		columns.push(...own.sort((a, b) => a - b));
		values.push(...weights.map((weight) => weight / norm));
		offsets.push(columns.length);
	}
	return {
		offsets: Uint32Array.from(offsets),
		columns: Uint16Array.from(columns),
		values: Float32Array.from(values),
	};
}

function randomWide(rng: Rng, m: number): CodedWideWeights {
	return {
		inputScale: floats(rng, m, 0.5, 1.5),
		outputScale: floats(rng, m, 0.5, 1.5),
		linkScale: floats(rng, m, 0.5, 1.5),
		magnitudes: Float32Array.from({ length: GREATEST_CODE + 1 }, (_, code) => code / 1000),
		triangle: Int8Array.from({ length: triangleLength(m) }, () => rng.below(255) - 127),
	};
}

function randomAutoencoder(
	rng: Rng,
	{ m, facts, hidden, ratingOutput = true }: NetworkSizes,
): AutoencoderWeights {
	const rows = (count: number) => ({ width: hidden, values: floats(rng, count * hidden) });
	const rated = ratingOutput ? m : 0;
	return {
		width: hidden,
		presenceInput: rows(m),
		scoreInput: rows(m),
		droppedInput: rows(m),
		factInput: rows(facts),
		hiddenBias: floats(rng, hidden),
		presenceOutput: rows(m),
		factOutput: rows(facts),
		presenceBias: floats(rng, m),
		factBias: floats(rng, facts),
		ratingOutput: rows(rated),
		ratingBias: floats(rng, rated),
	};
}

function randomHead(rng: Rng, width: number, features: number): HeadWeights {
	return {
		mean: floats(rng, features),
		deviation: floats(rng, features, 0.5, 2),
		hidden: { width: features, values: floats(rng, width * features) },
		hiddenBias: floats(rng, width),
		output: floats(rng, width),
		skip: floats(rng, features),
		bias: Math.fround(rng.next()),
	};
}
