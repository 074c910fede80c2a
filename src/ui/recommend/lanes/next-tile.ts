/**
 * The tile that a key goes to, of a row of some; null where the key means nothing or there is none.
 *
 * @param current the tile that has the focus, −1 for none
 */
export function nextTile(current: number, key: string, count: number): number | null {
	if (current < 0 || count === 0) return null;
	if (key === 'Home') return 0;
	if (key === 'End') return count - 1;
	const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
	const next = current + step;
	return step === 0 || next < 0 || next >= count ? null : next;
}
