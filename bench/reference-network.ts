import { createRng, type Rng } from '../src/core/math/rng.ts';
import type { Kernels } from '../src/learn/kernels/kernels.ts';
import { readKernels } from '../src/pipeline/training/read-kernels.ts';

/** Layers of the reference network: a common part and, twice, a head. 55 M weights. */
const BODY = [12_000, 2_048, 512] as const;
const HEAD = [512, 1_024, 2_048, 6_000] as const;
const HEADS = 2;
/** Rows that the matrix kernel computes at the price of one. */
const ROWS_AT_ONCE = 4;
const BYTES = Float32Array.BYTES_PER_ELEMENT;

interface Layer {
	readonly inputs: number;
	readonly outputs: number;
	/** Address of inputs × outputs weights. */
	readonly weights: number;
}

/** The reference network with random weights: only its shape matters to the time it takes. */
export interface ReferenceNetwork {
	readonly weights: number;
	/** `rows` dense passes as one matrix product: the kindest way to do them. */
	pass(rows: number): void;
	/** Passes of one matrix product that uses the kernel fully. */
	readonly rowsAtOnce: number;
}

/**
 * @param mostRows rows that will be passed at once
 */
export async function createReferenceNetwork(mostRows: number): Promise<ReferenceNetwork> {
	const kernels = await readKernels();
	const rng = createRng(1);
	const body = stack(kernels, BODY, rng);
	const heads = Array.from({ length: HEADS }, () => stack(kernels, HEAD, rng));
	const widest = Math.max(...BODY, ...HEAD);
	const buffer = () => kernels.arena.allocate(mostRows * widest * BYTES);
	const [input, common, even, odd] = [buffer(), buffer(), buffer(), buffer()];
	const scratch = kernels.arena.allocate(kernels.gemmScratchBytes(widest));
	kernels.arena.f32(input, mostRows * widest).forEach((_, k, all) => (all[k] = rng.next()));
	const run = (layers: readonly Layer[], from: number, rows: number, last: number) => {
		let source = from;
		layers.forEach(({ inputs, outputs, weights }, depth) => {
			const isLast = depth === layers.length - 1;
			const target = isLast ? last : depth % 2 === 0 ? even : odd;
			const values = kernels.arena.f32(target, rows * outputs).fill(0);
			const left = [source, inputs, 1] as const;
			const right = [weights, outputs, 1] as const;
			const into = [target, outputs, false, scratch] as const;
			kernels.gemm(rows, outputs, inputs, 1, ...left, ...right, ...into);
			for (let k = 0; k < values.length; k++) values[k] = Math.max(0, values[k] ?? 0);
			source = target;
		});
	};
	return {
		weights: [...body, ...heads.flat()].reduce((sum, one) => sum + one.inputs * one.outputs, 0),
		rowsAtOnce: ROWS_AT_ONCE,
		pass(rows) {
			run(body, input, rows, common);
			for (const head of heads) run(head, common, rows, odd);
		},
	};
}

function stack({ arena }: Kernels, widths: readonly number[], rng: Rng): Layer[] {
	return widths.slice(1).map((outputs, depth) => {
		const inputs = widths[depth] ?? 0;
		const weights = arena.allocate(inputs * outputs * BYTES);
		const values = arena.f32(weights, inputs * outputs);
		for (let k = 0; k < values.length; k++) values[k] = (rng.next() - 0.5) / Math.sqrt(inputs);
		return { inputs, outputs, weights };
	});
}
