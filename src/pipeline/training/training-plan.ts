import { WIDE_SETTINGS } from '#learn/ease/ease-settings.ts';
import { SPROUT_HEADS, type HeadSettings } from '#learn/heads/head-settings.ts';
import {
	SPROUT_AUTOENCODER,
	type AutoencoderSettings,
} from '#learn/network/autoencoder-settings.ts';
import { CATALOGUE_SOURCES } from '../catalogue/build-catalogue.ts';
import type { FoldLeftOut, Folds } from './folds.ts';
import type { TrainingStep } from './job/training-step.ts';
import { SIDE_SOURCES } from './read-side-information.ts';
import type { FoldSteps } from './steps/heads.ts';
import { MODEL_LIST_LENGTHS } from './training-data.ts';
import type { steps } from './training-steps.ts';

/** The files of a data folder that models are made from. */
const MODEL_SOURCES: readonly string[] = [
	...new Set([
		...SIDE_SOURCES,
		...CATALOGUE_SOURCES,
		'evaluation/corpus.csv',
		'evaluation/sources.csv',
		'evaluation/validation-withheld.csv',
		'profiles.csv.gz',
		'users.csv',
	]),
];

/** What a training does, and what it makes of the results. */
export interface TrainingPlan {
	/** What its bar is called; `Training` without one. */
	readonly label?: string;
	/** Files of the data folder that the steps read. */
	readonly sources: readonly string[];
	readonly steps: readonly TrainingStep[];
	/** File URL of the module that exports their functions as `steps`. */
	readonly registry: string;
	/** Charts of what steps logged, by file name. */
	readonly charts: Readonly<Record<string, readonly string[]>>;
	/** The files to write, made of the results of steps. */
	files(result: (step: string) => Promise<Uint8Array>): Promise<Record<string, Uint8Array>>;
}

type Steps = typeof steps;

/** A step whose input fits its function. */
function step<Run extends keyof Steps>(
	spec: Omit<TrainingStep, 'run' | 'input'> & {
		readonly run: Run;
		readonly input: Parameters<Steps[Run]>[0];
	},
): TrainingStep {
	return spec;
}

/** Users are dealt into so many folds: more cost more time, fewer leave less to learn from. */
const FOLDS: Folds = { count: 4, seed: 1 };

/** One of the models that a training makes. */
export interface ModelVariant {
	/** Name of its file and in the names of its steps. */
	readonly key: string;
	/** Position of its code step in {@link CODE_STEPS}. */
	readonly variant: number;
	readonly autoencoder: AutoencoderSettings;
	readonly heads: HeadSettings;
	/** See `SproutParts.likingWeight`. */
	readonly likingWeight: number;
}

/** Widths of a code near zero for the model of the server and for the small one, in root mean squares. */
const CODE_STEPS = [0.4, 0.9];

/** A fifth costs .002 NDCG@100 of all that is watched and finds .02 more of what is liked: docs/experiments.md. */
const LIKING_WEIGHT = 0.2;

/** The model of the server. */
export const SERVER_VARIANT: ModelVariant = {
	key: 'model',
	variant: 0,
	autoencoder: SPROUT_AUTOENCODER,
	heads: SPROUT_HEADS,
	likingWeight: LIKING_WEIGHT,
};

/** The model of the server, and a small one to be fetched by browsers. */
const VARIANTS: readonly ModelVariant[] = [
	SERVER_VARIANT,
	{
		key: 'model-small',
		variant: 1,
		autoencoder: { ...SPROUT_AUTOENCODER, width: 64 },
		heads: SPROUT_HEADS,
		likingWeight: LIKING_WEIGHT,
	},
];

/** `validation` is looked at so often, and so many looks may be in vain. */
const STOPPING = { every: 2, patience: 4 };

/** What may differ from the training of the bundle's models. */
export interface PlanOptions {
	/** MyAnimeList ids of titles to keep from learning; none unless told. */
	readonly hidden?: readonly number[];
	readonly variants?: readonly ModelVariant[];
	readonly folds?: Folds;
}

/** A model that is learned in a fifth of the time, for what has to be learned many times over. */
export const QUICK_VARIANT: ModelVariant = {
	key: 'quick',
	variant: 0,
	autoencoder: { ...SPROUT_AUTOENCODER, width: 128, epochs: 12 },
	heads: { ...SPROUT_HEADS, epochs: 2 },
	likingWeight: LIKING_WEIGHT,
};
/** The folds that go with it. */
export const QUICK_FOLDS: Folds = { count: 2, seed: 1 };

const eachFold = (folds: Folds) =>
	Array.from({ length: folds.count }, (_, fold) => ({ ...folds, fold }));

const withoutFold = (name: string, leftOut: FoldLeftOut | null) =>
	leftOut === null ? name : `${name}-without-${leftOut.fold}`;

/** The training of Sprout's models. */
export function trainingPlan({
	hidden = [],
	variants = VARIANTS,
	folds = FOLDS,
}: PlanOptions = {}): TrainingPlan {
	const data = step({
		name: 'data',
		phase: 'Reading the data',
		run: 'readNetworkData',
		input: { rule: MODEL_LIST_LENGTHS, hidden },
		version: 1,
		needs: [],
		costS: 8,
	});
	const parts = [null, ...eachFold(folds)].flatMap((leftOut) => [
		itemItem(data.name, 'presence', leftOut),
		itemItem(data.name, 'rating', leftOut),
	]);
	const networks = variants.flatMap((variant) => networkSteps(data.name, variant, folds));
	return {
		sources: MODEL_SOURCES,
		steps: [data, ...parts, ...networks],
		registry: new URL('./training-steps.ts', import.meta.url).href,
		charts: Object.fromEntries(
			variants.map(({ key }) => [`${key}-loss.svg`, [`${key}-autoencoder`, `${key}-heads`]]),
		),
		files: async (result) =>
			Object.fromEntries(
				await Promise.all(
					variants.map(async ({ key }) => [`${key}.safetensors`, await result(key)] as const),
				),
			),
	};
}

function itemItem(
	data: string,
	output: 'presence' | 'rating',
	leftOut: FoldLeftOut | null,
): TrainingStep {
	return step({
		name: withoutFold(output, leftOut),
		phase: 'Item-item models',
		run: 'learnItemItem',
		input: {
			data,
			output,
			leftOut,
			settings: WIDE_SETTINGS[output],
			codeSteps: leftOut === null ? CODE_STEPS : CODE_STEPS.slice(0, 1),
		},
		version: 1,
		needs: [data],
		costS: 7,
	});
}

/** Autoencoders, heads and the model of one variant. */
function networkSteps(data: string, variant: ModelVariant, folds: Folds): TrainingStep[] {
	const { key, autoencoder: settings } = variant;
	const partsOf = (leftOut: FoldLeftOut | null): FoldSteps => ({
		presence: withoutFold('presence', leftOut),
		rating: withoutFold('rating', leftOut),
		autoencoder: withoutFold(`${key}-autoencoder`, leftOut),
	});
	const autoencoders = [null, ...eachFold(folds)].map((leftOut) =>
		step({
			name: partsOf(leftOut).autoencoder,
			phase: 'Autoencoders',
			run: 'learnAutoencoder',
			input: { data, leftOut, settings, stopping: leftOut === null ? STOPPING : null },
			version: 1,
			needs: [data],
			costS: (settings.epochs * (settings.width + 64)) / 100,
		}),
	);
	const steps = eachFold(folds).map(partsOf);
	const heads = step({
		name: `${key}-heads`,
		phase: 'Heads',
		run: 'learnHeads',
		input: { data, folds, steps, settings: variant.heads },
		version: 1,
		needs: [data, ...steps.flatMap((parts) => Object.values(parts))],
		costS: 180,
	});
	const all = partsOf(null);
	const model = step({
		name: key,
		phase: 'Models',
		run: 'joinNetwork',
		input: {
			name: 'Sprout',
			data,
			heads: heads.name,
			...all,
			variant: variant.variant,
			likingWeight: variant.likingWeight,
			settings: describeVariant(variant, folds),
		},
		version: 1,
		needs: [data, heads.name, ...Object.values(all)],
		costS: 2,
	});
	return [...autoencoders, heads, model];
}

/** How a model was trained, for its file and the manifest. */
function describeVariant(
	{ variant, autoencoder, heads, likingWeight }: ModelVariant,
	folds: Folds,
) {
	return {
		kind: 'sprout-network',
		...WIDE_SETTINGS,
		autoencoder,
		heads,
		folds: folds.count,
		codeStep: CODE_STEPS[variant] ?? 0,
		likingWeight,
	};
}
