/** How soon something is done that is asked for again and again, as while a slider moves. */
export interface Pace {
	/** It waits until nobody has asked for that long. 0: at once, unless it is still being done. */
	readonly waitMs: number;
	/** Timers of the page, or of a test. */
	readonly after: (waitMs: number, run: () => void) => () => void;
}

/**
 * Does something as often as its pace allows, and always once more after it was asked for last: what is seen in the
 * end is the answer to the last question.
 *
 * @returns what to call whenever it is wanted
 */
export function createPaced(act: () => Promise<void>, { waitMs, after }: Pace): () => void {
	let acting = false;
	let wanted = false;
	let forget = () => {};

	const run = async (): Promise<void> => {
		if (acting) {
			wanted = true;
			return;
		}
		acting = true;
		await act();
		acting = false;
		if (!wanted) return;
		wanted = false;
		await run();
	};
	return () => {
		forget();
		if (waitMs === 0) void run();
		// A server is asked anew at once: its earlier answer is called off.
		else forget = after(waitMs, () => void act());
	};
}
