import type { SavedFile } from '#ui/shared/save-file.ts';
import type { PlannedCard } from '../device/plan-store.ts';
import { plannedFile, type ExportFormat } from './planned-file.ts';

/** Writes the plans that a device keeps as a file of titles to watch, in the order of planning. */
export function savedPlans(
	plans: readonly PlannedCard[],
	format: ExportFormat,
	now: Date,
): SavedFile {
	const titles = plans.map(({ native: _native, ...plan }) => ({
		...plan,
		place: null,
		predictedScore: null,
		match: null,
		strength: null,
		because: [],
	}));
	return plannedFile('sprout-plans', titles, format, now);
}
