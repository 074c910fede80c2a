import type {
	BrokenPart,
	FailureDetails,
	FailureReason,
	ListFileFailure,
} from './list-file-result.ts';

/**
 * Carries a failure out of the parser's callbacks and through the streams, where a return value cannot pass.
 * Thrown and caught inside this layer only: `readListFile` turns it back into a value.
 */
export class ReadingStopped extends Error {
	override readonly name = 'ReadingStopped';
	readonly failure: ListFileFailure;

	constructor(failure: ListFileFailure, options?: ErrorOptions) {
		super(failure.reason, options);
		this.failure = failure;
	}
}

/** Builds the error for a reason; `cause` is what a stream or parser had to say, for the log. */
export function stopped<R extends FailureReason>(
	reason: R,
	detail: FailureDetails[R],
	cause?: unknown,
): ReadingStopped {
	// TypeScript does not see that a reason with its own detail is a member of the union.
	const failure = { ok: false, reason, detail } as unknown as ListFileFailure;
	return new ReadingStopped(failure, { cause });
}

/** A damaged file. How far the reading came is filled in where it is known, in `readListFile`. */
export function broken(part: BrokenPart, cause?: unknown): ReadingStopped {
	return stopped('broken', { part, entriesRead: 0, line: null }, cause);
}
