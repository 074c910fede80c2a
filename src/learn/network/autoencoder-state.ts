import {
	readSafetensors,
	SafetensorsError,
	writeSafetensors,
	type Tensor,
} from '#core/model/safetensors.ts';
import type { EpochLosses, Losses } from './autoencoder-task.ts';

/** All that a training run needs to go on after an epoch, in plain arrays. */
export interface AutoencoderState {
	/** What the run was given, in short; a run goes on only with the same. */
	readonly run: string;
	/** Epochs done. */
	readonly epochs: number;
	/** Parameters and Adam's moments, all of one length and layout. */
	readonly values: Float32Array<ArrayBuffer>;
	readonly first: Float32Array<ArrayBuffer>;
	readonly second: Float32Array<ArrayBuffer>;
	readonly curve: readonly EpochLosses[];
	/** The best parameters so far and the epoch that they are from; null before the first measurement. */
	readonly best: BestParameters | null;
}

export interface BestParameters {
	readonly epoch: number;
	readonly values: Float32Array<ArrayBuffer>;
}

const FORMAT = 'sprout-autoencoder-state-1';

/** The state as the bytes of a safetensors file. */
export function writeState(state: AutoencoderState): Uint8Array<ArrayBuffer> {
	const { run, epochs, values, first, second, curve, best } = state;
	const arrays = { values, first, second, ...(best && { best: best.values }) };
	const tensors = Object.entries(arrays).map(([name, data]): [string, Tensor] => [
		name,
		{ type: 'F32', shape: [data.length], data },
	]);
	return writeSafetensors({
		metadata: {
			format: FORMAT,
			run,
			progress: JSON.stringify({ epochs, best: best?.epoch ?? null, curve }),
		},
		tensors: new Map(tensors),
	});
}

/**
 * Reads what {@link writeState} wrote.
 *
 * @throws SafetensorsError when the bytes are damaged or something else
 */
export function readState(bytes: Uint8Array): AutoencoderState {
	const { metadata, tensors } = readSafetensors(bytes);
	if (metadata.format !== FORMAT) throw new SafetensorsError('This is no state of a training.');
	const { epochs, best, curve } = readProgress(metadata.progress ?? '');
	const array = (name: string): Float32Array<ArrayBuffer> => {
		const data = tensors.get(name)?.data;
		if (!(data instanceof Float32Array)) throw new SafetensorsError(`The state lacks "${name}".`);
		return new Float32Array(data);
	};
	const values = array('values');
	const state = { values, first: array('first'), second: array('second') };
	const bestValues = best === null ? values : array('best');
	if ([state.first, state.second, bestValues].some(({ length }) => length !== values.length)) {
		throw new SafetensorsError('The arrays of the state differ in length.');
	}
	return {
		...state,
		run: metadata.run ?? '',
		epochs,
		curve,
		best: best === null ? null : { epoch: best, values: bestValues },
	};
}

interface Progress {
	readonly epochs: number;
	readonly best: number | null;
	readonly curve: readonly EpochLosses[];
}

function readProgress(text: string): Progress {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		throw new SafetensorsError('The progress of the state is not JSON.', { cause });
	}
	if (!isProgress(value)) throw new SafetensorsError('The progress of the state is incomplete.');
	return value;
}

function isProgress(value: unknown): value is Progress {
	const { epochs, best, curve } = Object(value) as Record<string, unknown>; // an object whatever it was
	return (
		isEpoch(epochs) &&
		(best === null || isEpoch(best)) &&
		Array.isArray(curve) &&
		curve.every(isPoint)
	);
}

function isEpoch(value: unknown): boolean {
	return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isLosses(value: unknown): value is Losses {
	const { presence, rating } = Object(value) as Record<string, unknown>; // likewise
	return Number.isFinite(presence) && Number.isFinite(rating);
}

function isPoint(value: unknown): value is EpochLosses {
	const { epoch, validation } = Object(value) as Record<string, unknown>; // likewise
	return isLosses(value) && isEpoch(epoch) && (validation === undefined || isLosses(validation));
}
