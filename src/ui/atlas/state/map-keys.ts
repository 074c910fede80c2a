import { DIRECTIONS, type ArrowKey } from './walk.ts';

/** What a key means on the map. */
export type MapAct =
	| { readonly kind: 'walk'; readonly key: ArrowKey }
	| { readonly kind: 'pan'; readonly dx: number; readonly dy: number }
	| { readonly kind: 'zoom'; readonly factor: number }
	| { readonly kind: 'fit' | 'search' | 'close' | 'go' };

const PAN_PX = 120;
const ZOOM = 1.6;

/** @returns undefined for a key that is the browser's */
export function mapKey(key: string, shift: boolean): MapAct | undefined {
	if (isArrow(key)) {
		const { x, y } = DIRECTIONS[key];
		// What lies to the right comes into view when the map moves to the left.
		return shift ? { kind: 'pan', dx: -x * PAN_PX, dy: y * PAN_PX } : { kind: 'walk', key };
	}
	if (key === '+' || key === '=') return { kind: 'zoom', factor: ZOOM };
	if (key === '-' || key === '_') return { kind: 'zoom', factor: 1 / ZOOM };
	if (key === '0') return { kind: 'fit' };
	if (key === '/') return { kind: 'search' };
	if (key === 'Escape') return { kind: 'close' };
	return key === 'Enter' ? { kind: 'go' } : undefined;
}

function isArrow(key: string): key is ArrowKey {
	return Object.hasOwn(DIRECTIONS, key);
}
