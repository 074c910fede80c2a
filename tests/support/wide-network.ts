import { GREATEST_CODE, triangleLength, type CodedTriangle } from '#core/model/coded-matrix.ts';
import type { SproutFile } from '#core/model/sprout/model-file.ts';
import type { HeadWeights, SparseRows, TitleFacts } from '#core/model/sprout/parts.ts';
import { PRESENCE_FEATURES } from '#core/model/sprout/presence-features.ts';
import { RATING_FEATURES } from '#core/model/sprout/rating-features.ts';

/** What the wide part of {@link wideNetworkFile} is made of; whatever is left out is 1, and the matrix 0. */
export interface WideNetwork extends Partial<CodedTriangle> {
	readonly items: Int32Array;
	readonly inputScale?: Float32Array;
	readonly outputScale?: Float32Array;
	readonly linkScale?: Float32Array;
	/** Titles from here on were not learned; by default all were. */
	readonly learnedCount?: number;
}

/** Position of √wide among the joint features of the presence head. */
const ROOT_OF_WIDE = 1;

/**
 * A network of which only the wide part speaks: a learned title scores the root of what the matrix says, 0 where
 * that is negative, and ratings are what is usual for the list.
 */
export function wideNetworkFile({ items, ...given }: WideNetwork): SproutFile {
	const n = items.length;
	const m = given.learnedCount ?? n;
	const ones = new Float32Array(m).fill(1);
	const scales = { inputScale: ones, outputScale: ones, linkScale: ones };
	const { inputScale = ones, outputScale = ones, linkScale = ones } = given;
	const silent: CodedTriangle = {
		magnitudes: new Float32Array(GREATEST_CODE + 1),
		triangle: new Int8Array(triangleLength(m)),
	};
	const { magnitudes = silent.magnitudes, triangle = silent.triangle } = given;
	return {
		name: 'wide',
		items,
		learnedCount: m,
		titles: plainTitles(n, m),
		links: noRows(n),
		facts: noRows(n),
		presence: { inputScale, outputScale, linkScale, magnitudes, triangle },
		rating: { ...scales, ...silent },
		autoencoder: silentAutoencoder(m),
		presenceHead: head(PRESENCE_FEATURES, ROOT_OF_WIDE),
		ratingHead: head(RATING_FEATURES, null),
		likingWeight: 0,
		settings: { damping: 1 },
	};
}

function plainTitles(n: number, m: number): TitleFacts {
	const zeros = new Float32Array(n);
	return {
		frequency: Uint32Array.from({ length: n }, (_, title) => (title < m ? 20 : 0)),
		franchise: Int32Array.from({ length: n }, (_, title) => title),
		previous: new Int32Array(n).fill(-1),
		year: new Float32Array(n).fill(2010),
		type: new Uint8Array(n),
		members: zeros,
		score: zeros,
		bias: zeros,
		alone: zeros,
	};
}

function noRows(rows: number): SparseRows {
	return {
		offsets: new Uint32Array(rows + 1),
		columns: new Uint16Array(0),
		values: new Float32Array(0),
	};
}

function silentAutoencoder(m: number): SproutFile['autoencoder'] {
	const rows = (count: number) => ({ width: 1, values: new Float32Array(count) });
	return {
		width: 1,
		presenceInput: rows(m),
		scoreInput: rows(m),
		droppedInput: rows(m),
		factInput: rows(1),
		hiddenBias: new Float32Array(1),
		presenceOutput: rows(m),
		factOutput: rows(1),
		presenceBias: new Float32Array(m),
		factBias: new Float32Array(1),
		ratingOutput: rows(0),
		ratingBias: new Float32Array(0),
	};
}

/** A head that hands one feature on, or none. */
function head(features: number, passed: number | null): HeadWeights {
	return {
		mean: new Float32Array(features),
		deviation: new Float32Array(features).fill(1),
		hidden: { width: features, values: new Float32Array(features) },
		hiddenBias: new Float32Array(1),
		output: new Float32Array(1),
		skip: Float32Array.from({ length: features }, (_, feature) => (feature === passed ? 1 : 0)),
		bias: 0,
	};
}
