import { deserialize, serialize } from 'node:v8';
import type { CodedWideWeights } from '#core/model/sprout/model-file.ts';
import type { WideWeights } from '#core/model/sprout/parts.ts';
import { WIDE_SETTINGS, type EaseSettings } from '#learn/ease/ease-settings.ts';
import { quantise } from '#learn/ease/quantise.ts';
import { trainEase, type TrainedEase } from '#learn/ease/train-ease.ts';
import type { Interactions } from '#learn/interactions.ts';
import type { OnProgress } from '#learn/kernels/symmetric-inverse.ts';
import { surprises } from '#learn/titles/surprises.ts';
import { foldsOf, listsOutside, type FoldLeftOut } from '../folds.ts';
import type { StepContext, StepFunction } from '../job/training-step.ts';
import { readKernels } from '../read-kernels.ts';
import type { TrainingData } from '../training-data.ts';
import { networkDataFrom } from './network-data.ts';

/** Settings of one wide part. */
export interface ItemItemInput {
	/** The step that read the data. */
	readonly data: string;
	/** What the entries of a list count: that they are there, or how surprising their scores are. */
	readonly output: 'presence' | 'rating';
	/** Null to learn from all lists. */
	readonly leftOut: FoldLeftOut | null;
	readonly settings: EaseSettings;
	/** Widths of a code near zero to keep, in root mean squares: the first is for the server's model. */
	readonly codeSteps: readonly number[];
}

/** The bar moves by so many parts. */
const PARTS = 1000;

/** Learns what goes with what, in closed form; the result is for {@link itemItemFrom}. */
export const learnItemItem: StepFunction<ItemItemInput> = async (input, context) => {
	const { output, leftOut, settings } = input;
	const data = await networkDataFrom(context, input.data);
	const { lists } = data;
	const own = leftOut ? listsOutside(lists, foldsOf(lists, leftOut), leftOut.fold) : lists;
	const learned = await learn(output, settings, data, own, (share) =>
		context.report({ done: PARTS * share, total: PARTS }),
	);
	const { matrix, inputScale, outputScale, linkScale } = learned;
	const scales = { inputScale, outputScale, linkScale };
	const variants: CodedWideWeights[] = input.codeSteps.map((step) => ({
		...scales,
		...quantise(matrix, step),
	}));
	return serialize(variants);
};

/** A wide part from all lists, its numbers as they were learned: what coding them costs is measured with it. */
export async function floatItemItem(
	output: ItemItemInput['output'],
	data: TrainingData,
): Promise<WideWeights> {
	return learn(output, WIDE_SETTINGS[output], data, data.lists, () => {});
}

async function learn(
	output: ItemItemInput['output'],
	settings: EaseSettings,
	{ items, learnedCount, titles, side }: TrainingData,
	lists: Interactions,
	onProgress: OnProgress,
): Promise<TrainedEase> {
	const scored = output === 'rating' ? scoredOnly(lists) : null;
	return trainEase({
		name: output,
		items: items.subarray(0, learnedCount),
		lists: scored ?? lists,
		...(scored && { values: surprises(titles, scored) }),
		side,
		settings,
		kernels: await readKernels(),
		onProgress,
	});
}

/** The wide part that a step learned, at one of its code steps. */
export async function itemItemFrom(
	context: Pick<StepContext, 'result'>,
	step: string,
	variant = 0,
): Promise<CodedWideWeights> {
	// Written above by this program, and its checksum fits.
	const variants = deserialize(await context.result(step)) as CodedWideWeights[];
	const weights = variants[variant];
	if (!weights) throw new RangeError(`Step ${step} made no variant ${variant}.`);
	return weights;
}

/** The lists without entries that have no score: they say nothing of scores. */
function scoredOnly(lists: Interactions): Interactions {
	const offsets = new Uint32Array(lists.userCount + 1);
	const kept: number[] = [];
	for (let user = 0; user < lists.userCount; user++) {
		for (let at = lists.offsets[user] ?? 0; at < (lists.offsets[user + 1] ?? 0); at++) {
			if ((lists.scores[at] ?? 0) > 0) kept.push(at);
		}
		offsets[user + 1] = kept.length;
	}
	return {
		userCount: lists.userCount,
		itemCount: lists.itemCount,
		offsets,
		items: Uint16Array.from(kept, (at) => lists.items[at] ?? 0),
		scores: Uint8Array.from(kept, (at) => lists.scores[at] ?? 0),
		statuses: Uint8Array.from(kept, (at) => lists.statuses[at] ?? 0),
	};
}
