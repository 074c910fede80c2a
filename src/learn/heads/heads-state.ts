import {
	readSafetensors,
	SafetensorsError,
	writeSafetensors,
	type Tensor,
} from '#core/model/safetensors.ts';
import { createAdam, type AdamState } from './adam.ts';
import type { HeadParameters } from './head-parameters.ts';
import type { Standard } from './list-features.ts';

/** All that a training run of the heads needs to go on at the end of an epoch. */
export interface HeadsState {
	epoch: number;
	readonly presence: HeadParameters;
	readonly presenceAdam: AdamState;
	readonly presenceStandard: Standard;
	readonly rating: HeadParameters;
	readonly ratingAdam: AdamState;
	readonly ratingStandard: Standard;
}

type Beginning = Pick<HeadsState, 'presence' | 'rating' | 'presenceStandard' | 'ratingStandard'>;

/** The state before the first epoch. */
export function createHeadsState(beginning: Beginning): HeadsState {
	return {
		epoch: 0,
		...beginning,
		presenceAdam: createAdam(beginning.presence.values.length),
		ratingAdam: createAdam(beginning.rating.values.length),
	};
}

/** The state as bytes; the same state gives the same bytes. */
export function writeHeadsState(state: HeadsState): Uint8Array<ArrayBuffer> {
	const tensors = new Map<string, Tensor>();
	const metadata: Record<string, string> = { epoch: String(state.epoch) };
	for (const key of ['presence', 'rating'] as const) {
		const { features, width, values } = state[key];
		const { step, first, second } = state[`${key}Adam`];
		const { mean, deviation } = state[`${key}Standard`];
		metadata[key] = JSON.stringify({ features, width, step });
		for (const [name, data] of Object.entries({ values, first, second, mean, deviation })) {
			tensors.set(`${key}.${name}`, { type: 'F32', shape: [data.length], data });
		}
	}
	return writeSafetensors({ metadata, tensors });
}

/**
 * Reads what {@link writeHeadsState} wrote.
 *
 * @throws SafetensorsError when the bytes are something else
 */
export function readHeadsState(bytes: Uint8Array): HeadsState {
	const { metadata, tensors } = readSafetensors(bytes);
	const floats = (name: string) => {
		const tensor = tensors.get(name);
		if (tensor?.type !== 'F32') throw new SafetensorsError(`The state of the heads lacks ${name}.`);
		return tensor.data.slice();
	};
	const part = (key: 'presence' | 'rating') => {
		const { features, width, step } = JSON.parse(metadata[key] ?? '{}');
		return {
			head: { features, width, values: floats(`${key}.values`) },
			adam: { step, first: floats(`${key}.first`), second: floats(`${key}.second`) },
			standard: { mean: floats(`${key}.mean`), deviation: floats(`${key}.deviation`) },
		};
	};
	const presence = part('presence');
	const rating = part('rating');
	return {
		epoch: Number(metadata.epoch),
		presence: presence.head,
		presenceAdam: presence.adam,
		presenceStandard: presence.standard,
		rating: rating.head,
		ratingAdam: rating.adam,
		ratingStandard: rating.standard,
	};
}
