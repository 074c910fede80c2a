import type { StepReport } from './training-step.ts';

/** What a thread tells of the step it runs. */
export type StepMessage =
	| { readonly kind: 'report'; readonly report: StepReport }
	| { readonly kind: 'warning'; readonly text: string }
	| { readonly kind: 'done' }
	/** `isDataError`: a `DataFileError`, which loses its class on the way. */
	| { readonly kind: 'failed'; readonly error: unknown; readonly isDataError: boolean };
