import { deserialize, serialize } from 'node:v8';
import type { AutoencoderWeights, SparseRows } from '#core/model/sprout/parts.ts';
import type { AutoencoderSettings } from '#learn/network/autoencoder-settings.ts';
import { readState, writeState } from '#learn/network/autoencoder-state.ts';
import { trainAutoencoder } from '#learn/network/train-autoencoder.ts';
import { foldsOf, listsOutside, placesOutside, type FoldLeftOut } from '../folds.ts';
import type { StepContext, StepFunction } from '../job/training-step.ts';
import { readKernels } from '../read-kernels.ts';
import { networkDataFrom, type NetworkData } from './network-data.ts';

/** Settings of one autoencoder. */
export interface AutoencoderInput {
	readonly data: string;
	readonly leftOut: FoldLeftOut | null;
	readonly settings: AutoencoderSettings;
	/** How `validation` decides when to stop; null to learn all epochs. */
	readonly stopping: { readonly every: number; readonly patience: number } | null;
}

/** Learns an autoencoder; the result is for {@link autoencoderFrom}. */
export const learnAutoencoder: StepFunction<AutoencoderInput> = async (input, context) => {
	const { leftOut, settings, stopping } = input;
	const data = await networkDataFrom(context, input.data);
	const { lists, eligible } = listsOf(data, leftOut);
	const total = settings.epochs * lists.userCount;
	const { weights } = await trainAutoencoder({
		lists,
		eligible,
		facts: firstRows(data.facts, data.learnedCount),
		factCount: data.factCount,
		settings,
		kernels: await readKernels(),
		...(context.state && { resume: readState(context.state) }),
		...(stopping && { validation: { ...data.validation, ...stopping } }),
		onProgress: ({ share, loss }) =>
			context.report({ done: share * total, total, unit: 'profiles', loss }),
		async onEpoch({ epoch, presence, rating, validation }, takeState) {
			await context.log({ series: 'presence', epoch: epoch + 1, loss: presence });
			await context.log({ series: 'rating', epoch: epoch + 1, loss: rating });
			if (validation) {
				await context.log({
					series: 'presence, validation',
					epoch: epoch + 1,
					loss: validation.presence,
				});
			}
			await context.saveState(writeState(takeState()));
		},
	});
	return serialize(weights);
};

/** The weights that a step learned. */
export async function autoencoderFrom(
	context: Pick<StepContext, 'result'>,
	step: string,
): Promise<AutoencoderWeights> {
	// Written above by this program, and its checksum fits.
	return deserialize(await context.result(step)) as AutoencoderWeights;
}

function listsOf({ lists, eligible }: NetworkData, leftOut: FoldLeftOut | null) {
	if (!leftOut) return { lists, eligible };
	const folds = foldsOf(lists, leftOut);
	const groupOfUser = Uint8Array.from(
		placesOutside(folds, leftOut.fold),
		(user) => eligible.groupOfUser[user] ?? 0,
	);
	return {
		lists: listsOutside(lists, folds, leftOut.fold),
		eligible: { masks: eligible.masks, groupOfUser },
	};
}

function firstRows({ offsets, columns, values }: SparseRows, count: number): SparseRows {
	const end = offsets[count] ?? 0;
	return {
		offsets: offsets.slice(0, count + 1),
		columns: columns.slice(0, end),
		values: values.slice(0, end),
	};
}
