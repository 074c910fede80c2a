import type { Page } from 'playwright-core';

/** A finger's place in the window, px. */
export type Place = readonly [x: number, y: number];

/** Fingers on a page: real touch events, from below the browser's own gestures. */
export interface Fingers {
	/** One finger for each way, all of them moved in as many steps as the longest way has. */
	drag(ways: readonly (readonly Place[])[]): Promise<void>;
	tap(place: Place): Promise<void>;
	doubleTap(place: Place): Promise<void>;
}

/** Between two events, s. */
const STEP_S = 0.016;
/** From one touch to the next: soon enough for two taps to be one gesture. */
const PAUSE_S = 0.1;

/**
 * Puts fingers on a page of a context that has touch. Events tell their own time, so that how fast fingers are does not
 * depend on how busy the machine is.
 */
export async function fingersOn(page: Page): Promise<Fingers> {
	const session = await page.context().newCDPSession(page);
	let timestamp = Date.now() / 1000;
	const drag = async (ways: readonly (readonly Place[])[]) => {
		const at = (step: number) =>
			ways.map((way, id) => {
				const [x = 0, y = 0] = way[Math.min(step, way.length - 1)] ?? [];
				return { id, x, y };
			});
		const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', step: number) => {
			timestamp += type === 'touchStart' ? PAUSE_S : STEP_S;
			const touchPoints = type === 'touchEnd' ? [] : at(step);
			return session.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp });
		};
		const steps = Math.max(...ways.map((way) => way.length));
		const sent = [send('touchStart', 0)];
		for (let step = 1; step < steps; step++) {
			// One after the other, or the browser makes one of several.
			await sent.at(-1);
			sent.push(send('touchMove', step));
		}
		await Promise.all([...sent, send('touchEnd', steps)]);
	};
	return {
		drag,
		tap: (place) => drag([[place]]),
		doubleTap: async (place) => void (await Promise.all([drag([[place]]), drag([[place]])])),
	};
}

/** Places on the straight way between two, both included. */
export function straight(from: Place, to: Place, steps: number): Place[] {
	return Array.from({ length: steps + 1 }, (_, step) => {
		const share = step / steps;
		return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
	});
}
