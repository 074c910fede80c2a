import type { TrainingStep } from '../training/job/training-step.ts';
import type { TrainingPlan } from '../training/training-plan.ts';
import { ATLAS_SETTINGS, REFERENCE, type AtlasSettings } from './atlas-settings.ts';
import type { steps } from './atlas-steps.ts';
import type { EarlierMap } from './earlier-map.ts';
import { ATLAS_SOURCES } from './map-data.ts';
import { atlasFilesFrom } from './steps/compose-map.ts';

/** What a map is to be. */
export interface AtlasRequest {
	/** Folder of the bundle whose model is asked, and the SHA-256 sum of the model's file. */
	readonly bundle: string;
	readonly model: string;
	/** Titles at most. */
	readonly most: number;
	/** The map that the new one is to look like. */
	readonly earlier: EarlierMap | null;
	/** How the `local` lens is laid out. */
	readonly method: 'sprout' | 'reference';
}

type StepName = keyof typeof steps;

/** A step whose function and input belong together. */
function step<Name extends StepName>(
	own: Omit<TrainingStep, 'run' | 'input'> & {
		readonly run: Name;
		readonly input: Parameters<(typeof steps)[Name]>[0];
	},
): TrainingStep {
	return own;
}

/** The steps that make a map: neighbours, both lenses at once, names and labels. */
export function atlasPlan(
	request: AtlasRequest,
	settings: AtlasSettings = ATLAS_SETTINGS,
): TrainingPlan {
	const { bundle, model, most, earlier } = request;
	const lenses = { local: 'local-lens', global: 'global-lens' };
	const neighbours = 'neighbours';
	const lensInput = { neighbours, earlier, settings };
	const found = step({
		name: neighbours,
		phase: 'Neighbours',
		run: 'findNeighbours',
		input: { bundle, model, most, settings },
		version: 1,
		needs: [],
		costS: 30,
	});
	const local = localStep(request, settings, lenses.local, lensInput);
	const global = step({
		name: lenses.global,
		phase: 'Global lens',
		run: 'layOutGlobalLens',
		input: lensInput,
		version: 1,
		needs: [neighbours],
		costS: 15,
	});
	const map = step({
		name: 'map',
		phase: 'Names',
		run: 'composeMap',
		input: { neighbours, lenses, settings: describeMap(request, settings) },
		version: 2,
		needs: [neighbours, lenses.local, lenses.global],
		costS: 10,
	});
	return {
		label: 'Making the map',
		sources: ATLAS_SOURCES,
		steps: [found, local, global, map],
		registry: new URL('./atlas-steps.ts', import.meta.url).href,
		charts: {},
		files: async (result) => ({ ...atlasFilesFrom(await result('map')) }),
	};
}

/** The step of the `local` lens. */
function localStep(
	{ method, earlier, most }: AtlasRequest,
	{ seed }: AtlasSettings,
	name: string,
	input: Parameters<(typeof steps)['layOutLocalLens']>[0],
): TrainingStep {
	const common = { name, phase: 'Local lens', version: 2 };
	return method === 'sprout'
		? step({
				...common,
				run: 'layOutLocalLens',
				input,
				needs: [input.neighbours],
				costS: earlier ? 15 : 30,
			})
		: step({ ...common, run: 'layOutReference', input: { most, seed }, needs: [], costS: 60 });
}

/** How a map was made, for its file and the manifest. */
function describeMap({ method, earlier, model }: AtlasRequest, settings: AtlasSettings) {
	return {
		method,
		...(method === 'reference' && { reference: REFERENCE }),
		...settings,
		model,
		earlier: earlier?.sha256 ?? null,
	};
}
