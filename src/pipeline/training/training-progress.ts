import type { Progress, Terminal } from '../terminal.ts';
import type { JobListener } from './job/run-job.ts';
import type { StepReport, TrainingStep } from './job/training-step.ts';

/** What is known of a running step. */
interface Running {
	readonly first: StepReport;
	readonly firstMs: number;
	last: StepReport;
	lastMs: number;
}

const MOST_NAMES = 2;

/** Shows a job as one bar: the running steps with loss and speed together; its pace tells the time left. */
export class TrainingProgress implements JobListener {
	private readonly running = new Map<TrainingStep, Running>();
	private readonly terminal: Terminal;
	private readonly now: () => number;
	private readonly label: string;
	private bar: Progress | undefined;
	private doneCostS = 0;
	/** Steps that were done before. */
	kept = 0;

	constructor(terminal: Terminal, now = () => performance.now(), label = 'Training') {
		this.terminal = terminal;
		this.now = now;
		this.label = label;
	}

	onStart(kept: readonly TrainingStep[], open: readonly TrainingStep[]): void {
		this.kept = kept.length;
		if (kept.length > 0) {
			this.terminal.warn(`${kept.length} of ${kept.length + open.length} steps are done already.`);
		}
		if (open.length === 0) return;
		const total = open.reduce((sum, { costS }) => sum + costS, 0);
		this.bar = this.terminal.progress(this.label, total);
	}

	onReport(step: TrainingStep, report: StepReport): void {
		const ms = this.now();
		const known = this.running.get(step);
		if (known) Object.assign(known, { last: report, lastMs: ms });
		else this.running.set(step, { first: report, firstMs: ms, last: report, lastMs: ms });
		this.draw();
	}

	onDone(step: TrainingStep): void {
		this.running.delete(step);
		this.doneCostS += step.costS;
		this.draw();
	}

	onWarning(text: string): void {
		this.terminal.warn(text);
	}

	/** Ends the bar. */
	finish(note: string): void {
		this.bar?.finish(note);
	}

	private draw(): void {
		let done = this.doneCostS;
		for (const [step, { first, last }] of this.running) {
			// What an earlier run did counts neither as done nor as to be done, or the pace would be wrong.
			const own = (last.done - first.done) / Math.max(1e-9, last.total - first.done);
			done += step.costS * own;
		}
		this.bar?.update(done, this.note());
	}

	private note(): string {
		const steps = [...this.running];
		const names = steps.slice(0, MOST_NAMES).map(([{ name }, { last }]) => {
			return last.loss === undefined ? name : `${name} (loss ${last.loss.toPrecision(4)})`;
		});
		if (steps.length > MOST_NAMES) names.push(`${steps.length - MOST_NAMES} more`);
		return [names.join(', '), ...this.speeds()].join(' · ');
	}

	/** Of all running steps together, by what they count. */
	private speeds(): string[] {
		const speeds = new Map<string, number>();
		for (const { first, firstMs, last, lastMs } of this.running.values()) {
			if (last.unit === undefined || lastMs === firstMs) continue;
			const speed = ((last.done - first.done) / (lastMs - firstMs)) * 1000;
			speeds.set(last.unit, (speeds.get(last.unit) ?? 0) + speed);
		}
		return Array.from(speeds, ([unit, speed]) => {
			const digits = speed < 10 ? 1 : 0;
			return `${speed.toLocaleString('en', { maximumFractionDigits: digits })} ${unit}/s`;
		});
	}
}
