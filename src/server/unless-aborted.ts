/** What {@link unlessAborted} gives when the signal was first. */
export const ABORTED = Symbol('aborted');

/**
 * The promise's value, or `ABORTED` as soon as the signal aborts. What the promise comes to then is of no interest
 * to anybody, so a late rejection is dropped.
 */
export async function unlessAborted<T>(
	promise: Promise<T>,
	signal: AbortSignal,
): Promise<T | typeof ABORTED> {
	const { promise: aborted, resolve } = Promise.withResolvers<typeof ABORTED>();
	const leave = () => resolve(ABORTED);
	if (signal.aborted) leave();
	signal.addEventListener('abort', leave);
	try {
		return await Promise.race([aborted, promise]);
	} finally {
		// Signals can outlive what they stop by far.
		signal.removeEventListener('abort', leave);
	}
}
