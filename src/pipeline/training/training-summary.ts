import { formatSeconds } from '../terminal.ts';
import type { LoggedStep } from './job/training-log.ts';
import type { TrainingStep } from './job/training-step.ts';
import { projectEpoch } from './project-epoch.ts';

/** What a training took and left. */
export interface TrainingFacts {
	readonly out: string;
	/** Bytes of each file. */
	readonly files: Readonly<Record<string, number>>;
	readonly steps: readonly TrainingStep[];
	/** Steps that were done before this run. */
	readonly kept: number;
	/** What the log knows of a step. */
	logged(step: TrainingStep): LoggedStep | undefined;
	readonly seconds: number;
	readonly peakBytes: number;
}

const NAME_WIDTH = 22;

/** Text about a finished training: files, time of each phase, memory, and how long more data would take. */
export function summariseTraining(facts: TrainingFacts): string {
	const { out, files, steps, kept, seconds, peakBytes } = facts;
	const row = (name: string, value: string) => `  ${name.padEnd(NAME_WIDTH)}${value}`;
	const phases = Map.groupBy(steps, ({ phase }) => phase);
	const speed = profilesPerS(facts);
	return [
		out,
		...Object.entries(files).map(([name, bytes]) => row(name, `${(bytes / 1e6).toFixed(2)} MB`)),
		...Array.from(phases, ([phase, own]) => row(phase, phaseText(own, facts))),
		row(
			'this run',
			`${formatSeconds(seconds)}${kept > 0 ? `, ${kept} of ${steps.length} steps were there` : ''}`,
		),
		row('peak memory', `${(peakBytes / 1e9).toFixed(2)} GB`),
		...(speed > 0 ? [projectEpoch(speed)] : []),
	].join('\n');
}

/** Seconds of all steps of a phase, also where several ran at once. */
function phaseText(steps: readonly TrainingStep[], { logged }: TrainingFacts): string {
	const seconds = steps.reduce((sum, step) => sum + (logged(step)?.times?.seconds ?? 0), 0);
	return `${formatSeconds(seconds)} in ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`;
}

/** The slowest step that counts profiles is what an epoch costs. */
function profilesPerS({ steps, logged }: TrainingFacts): number {
	const speeds = steps
		.map((step) => logged(step)?.times?.profilesPerS ?? 0)
		.filter((speed) => speed > 0);
	return speeds.length > 0 ? Math.min(...speeds) : 0;
}
