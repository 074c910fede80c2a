/** Less is a tap that slipped. */
const LEAST_PX = 24;

/** A finger on the top of a sheet: where it came down, and what it is called. */
interface Finger {
	readonly id: number;
	readonly y: number;
}

/**
 * Tells when the top of a sheet is pushed up or down.
 *
 * @param isTop whether what is touched belongs to the top
 * @returns what stops it
 */
export function watchSwipes(
	sheet: HTMLElement,
	isTop: (touched: Element) => boolean,
	on: (way: 'up' | 'down') => void,
): () => void {
	const abort = new AbortController();
	const { signal } = abort;
	let finger: Finger | null = null;
	sheet.addEventListener(
		'pointerdown',
		({ pointerId, clientY, target }) => {
			if (target instanceof Element && isTop(target)) finger = { id: pointerId, y: clientY };
		},
		{ signal },
	);
	sheet.addEventListener(
		'pointermove',
		({ pointerId, clientY }) => {
			if (finger?.id !== pointerId) return;
			const way = clientY - finger.y;
			if (Math.abs(way) < LEAST_PX) return;
			// Once for each time that it comes down.
			finger = null;
			on(way < 0 ? 'up' : 'down');
		},
		{ signal },
	);
	for (const end of ['pointerup', 'pointercancel'] as const) {
		sheet.addEventListener(end, () => (finger = null), { signal });
	}
	return () => abort.abort();
}
