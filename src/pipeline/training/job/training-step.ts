/** One step of a training as data: what it runs, on what, after what. */
export interface TrainingStep {
	/** Lower case and hyphens: names the files of its results, once in a job. */
	readonly name: string;
	/** Steps of one phase are counted together where times are told. */
	readonly phase: string;
	/** Name of its function in the registry. */
	readonly run: string;
	/** Settings for the function: JSON. */
	readonly input: unknown;
	/** Raised when the function would make other bytes of the same input than it did. */
	readonly version: number;
	/** Steps whose results it reads; they come before it. */
	readonly needs: readonly string[];
	/** About how many seconds it takes, for the bar. */
	readonly costS: number;
}

/** How far a step is. */
export interface StepReport {
	/** Of `total`; counted over all epochs, an earlier run's included. */
	readonly done: number;
	readonly total: number;
	/** What is counted; without a unit no speed is shown. */
	readonly unit?: 'profiles' | 'steps';
	readonly loss?: number;
}

/** A point of a curve, kept in the training log. */
export interface LossPoint {
	/** Which loss, such as `validation`. */
	readonly series: string;
	readonly epoch: number;
	readonly loss: number;
}

/** What a step's function is given besides its input. */
export interface StepContext {
	/** The data folder. */
	readonly data: string;
	/** What an interrupted run of this very step saved last, or null. */
	readonly state: Uint8Array<ArrayBuffer> | null;
	/** Keeps a state in place of the one before; a run that is killed goes on from it. */
	saveState(bytes: Uint8Array): Promise<void>;
	/** The result of a step that this one needs. */
	result(name: string): Promise<Uint8Array<ArrayBuffer>>;
	/** To be awaited several times a second: lets signals in and throws when the step is to stop. */
	report(report: StepReport): Promise<void>;
	/** Adds a point to the log. A resumed run may log a point again: the last one counts. */
	log(point: LossPoint): Promise<void>;
	/** Tells people something, such as which rows were left out. */
	warn(text: string): void;
	readonly signal: AbortSignal;
}

/** Does a step. The same input and results give the same bytes, wherever it runs and however often it was stopped. */
export type StepFunction<Input> = (input: Input, context: StepContext) => Promise<Uint8Array>;

/** What a module of step functions exports as `steps`. */
export type StepRegistry = Readonly<Record<string, StepFunction<never>>>;
