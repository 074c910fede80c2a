import { RATING_EASE, SPROUT_EASE } from '#learn/ease/ease-settings.ts';
import { SPROUT_HEADS } from '#learn/heads/head-settings.ts';
import {
	SPROUT_AUTOENCODER,
	type AutoencoderSettings,
} from '#learn/network/autoencoder-settings.ts';
import { CATALOGUE_SOURCES } from '../catalogue/build-catalogue.ts';
import type { FoldLeftOut } from './folds.ts';
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
const FOLDS = { count: 4, seed: 1 };
const EVERY_FOLD = Array.from({ length: FOLDS.count }, (_, fold) => ({ ...FOLDS, fold }));

/** One of the models that a training makes. */
export interface ModelVariant {
	/** Name of its file and in the names of its steps. */
	readonly key: string;
	/** Position of its code step in {@link CODE_STEPS}. */
	readonly variant: number;
	readonly autoencoder: AutoencoderSettings;
	/** See `SproutParts.likingWeight`. */
	readonly likingWeight: number;
}

/** Widths of a code near zero for the model of the server and for the small one, in root mean squares. */
const CODE_STEPS = [0.4, 0.9];

const LIKING_WEIGHT = 0.25;

/** The model of the server, and a small one to be fetched by browsers. */
const VARIANTS: readonly ModelVariant[] = [
	{
		key: 'model',
		variant: 0,
		autoencoder: SPROUT_AUTOENCODER,
		likingWeight: LIKING_WEIGHT,
	},
	{
		key: 'model-small',
		variant: 1,
		autoencoder: { ...SPROUT_AUTOENCODER, width: 64 },
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
}

const withoutFold = (name: string, leftOut: FoldLeftOut | null) =>
	leftOut === null ? name : `${name}-without-${leftOut.fold}`;

/** The training of Sprout's models. */
export function trainingPlan({ hidden = [], variants = VARIANTS }: PlanOptions = {}): TrainingPlan {
	const data = step({
		name: 'data',
		phase: 'Reading the data',
		run: 'readNetworkData',
		input: { rule: MODEL_LIST_LENGTHS, hidden },
		version: 1,
		needs: [],
		costS: 8,
	});
	const parts = [null, ...EVERY_FOLD].flatMap((leftOut) => [
		itemItem(data.name, 'presence', leftOut),
		itemItem(data.name, 'rating', leftOut),
	]);
	const networks = variants.flatMap((variant) => networkSteps(data.name, variant));
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
			settings: output === 'presence' ? SPROUT_EASE : RATING_EASE,
			codeSteps: leftOut === null ? CODE_STEPS : CODE_STEPS.slice(0, 1),
		},
		version: 1,
		needs: [data],
		costS: 7,
	});
}

/** Autoencoders, heads and the model of one variant. */
function networkSteps(data: string, variant: ModelVariant): TrainingStep[] {
	const { key, autoencoder: settings } = variant;
	const partsOf = (leftOut: FoldLeftOut | null): FoldSteps => ({
		presence: withoutFold('presence', leftOut),
		rating: withoutFold('rating', leftOut),
		autoencoder: withoutFold(`${key}-autoencoder`, leftOut),
	});
	const autoencoders = [null, ...EVERY_FOLD].map((leftOut) =>
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
	const folds = EVERY_FOLD.map(partsOf);
	const heads = step({
		name: `${key}-heads`,
		phase: 'Heads',
		run: 'learnHeads',
		input: { data, folds: FOLDS, steps: folds, settings: SPROUT_HEADS },
		version: 1,
		needs: [data, ...folds.flatMap((parts) => Object.values(parts))],
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
			settings: describeVariant(variant),
		},
		version: 1,
		needs: [data, heads.name, ...Object.values(all)],
		costS: 2,
	});
	return [...autoencoders, heads, model];
}

/** How a model was trained, for its file and the manifest. */
function describeVariant({ variant, autoencoder, likingWeight }: ModelVariant) {
	return {
		kind: 'sprout-network',
		presence: SPROUT_EASE,
		rating: RATING_EASE,
		autoencoder,
		heads: SPROUT_HEADS,
		folds: FOLDS.count,
		codeStep: CODE_STEPS[variant] ?? 0,
		likingWeight,
	};
}
