/**
 * What the module exports for networks (sources and comments in `assembly/`). Addresses are bytes,
 * strides and sizes are elements, values are f32, positions u16; rows are `ld` elements apart.
 */
export interface NetworkKernels {
	/** out[0..width) += Σ_k weights[k] · table[items[k]][0..width). */
	gatherRows(
		table: number,
		ld: number,
		width: number,
		items: number,
		weights: number,
		count: number,
		out: number,
	): void;
	/** table[items[k]][0..width) += weights[k] · source[0..width). */
	scatterRows(
		table: number,
		ld: number,
		width: number,
		items: number,
		weights: number,
		count: number,
		source: number,
	): void;
	/** out[k] = a[rows[k]] · b[columns[k]]. */
	sampledDot(
		a: number,
		aLd: number,
		b: number,
		bLd: number,
		width: number,
		rows: number,
		columns: number,
		count: number,
		out: number,
	): void;
	/** into[intoRows[k]] += gradient[k] · from[fromRows[k]]; fastest where `intoRows` repeat. */
	sampledScatter(
		into: number,
		intoLd: number,
		from: number,
		fromLd: number,
		width: number,
		intoRows: number,
		fromRows: number,
		gradient: number,
		count: number,
	): void;
	/** x = tanh(x), within 10⁻⁶. */
	tanhForward(x: number, count: number): void;
	/** gradient *= 1 − y². */
	tanhBackward(y: number, gradient: number, count: number): void;
	/**
	 * Returns −Σ_t w_t · log softmax(t) over the positions whose `mask` byte is not 0, and writes its
	 * gradient, over the logits if asked to. Every target must be in the mask.
	 */
	softmaxGradient(
		logits: number,
		mask: number,
		count: number,
		targets: number,
		targetWeights: number,
		targetCount: number,
		gradient: number,
	): number;
	/** Returns Σ w · Huber(predicted − target), and writes its gradient, over `predicted` if asked to. */
	huberGradient(
		predicted: number,
		targets: number,
		weights: number,
		count: number,
		delta: number,
		gradient: number,
	): number;
	/** One step of Adam with decoupled decay; corrections are 1 − betaᵗ. Clears the gradients. */
	adam(
		parameters: number,
		gradients: number,
		first: number,
		second: number,
		count: number,
		learningRate: number,
		beta1: number,
		beta2: number,
		epsilon: number,
		correction1: number,
		correction2: number,
		decay: number,
	): void;
	/** Adds `bias` (n) to each of m rows. */
	addColumns(rows: number, m: number, n: number, ld: number, bias: number): void;
	/** out[0..n) += the sum of m rows. */
	columnSums(rows: number, m: number, n: number, ld: number, out: number): void;
	/** y += alpha · x. */
	axpy(count: number, alpha: number, x: number, y: number): void;
	/** x *= alpha. */
	scale(count: number, alpha: number, x: number): void;
	/** x · y, summed in f64. */
	dot(count: number, x: number, y: number): number;
	/** y *= x, element by element. */
	multiply(count: number, x: number, y: number): void;
}

export const NETWORK_KERNELS: readonly (keyof NetworkKernels)[] = [
	'gatherRows',
	'scatterRows',
	'sampledDot',
	'sampledScatter',
	'tanhForward',
	'tanhBackward',
	'softmaxGradient',
	'huberGradient',
	'adam',
	'addColumns',
	'columnSums',
	'axpy',
	'scale',
	'dot',
	'multiply',
];
