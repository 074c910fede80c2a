import type { Point } from '#atlas/camera/camera.ts';

export const DIRECTIONS = {
	ArrowRight: { x: 1, y: 0 },
	ArrowLeft: { x: -1, y: 0 },
	ArrowUp: { x: 0, y: 1 },
	ArrowDown: { x: 0, y: -1 },
} as const;
export type ArrowKey = keyof typeof DIRECTIONS;

/** A title that a walk may lead to. */
export interface Step extends Point {
	readonly point: number;
	/** How near a neighbour it is, 0–1. */
	readonly weight: number;
}

/** Half of the angle that counts as "in this direction": four of them leave no gap. */
const WITHIN = Math.cos(Math.PI / 4) - 1e-9;

/**
 * The step in a direction: of the neighbours that lie there the one that is nearest to the title, and straightest
 * ahead.
 *
 * @returns undefined where none lies there
 */
export function stepTowards(from: Point, steps: readonly Step[], key: ArrowKey): Step | undefined {
	const { x: dx, y: dy } = DIRECTIONS[key];
	let best: { readonly step: Step; readonly worth: number } | undefined;
	for (const step of steps) {
		const distance = Math.hypot(step.x - from.x, step.y - from.y);
		const ahead = ((step.x - from.x) * dx + (step.y - from.y) * dy) / Math.max(1e-9, distance);
		if (ahead < WITHIN) continue;
		const worth = (0.2 + step.weight) * ahead;
		if (best === undefined || worth > best.worth) best = { step, worth };
	}
	return best?.step;
}
