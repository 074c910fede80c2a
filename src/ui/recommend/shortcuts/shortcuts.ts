/** What can be done by one key. */
export const SHORTCUTS = [
	{ id: 'help', key: '?', does: 'Show this sheet' },
	{ id: 'search', key: '/', does: 'Search for a title' },
	{ id: 'filters', key: 'f', does: 'Go to the filters' },
	{ id: 'next', key: 'j', does: 'Next recommendation' },
	{ id: 'previous', key: 'k', does: 'Previous recommendation' },
	{ id: 'open', key: 'o', does: 'Open or close it' },
	{ id: 'seen', key: 's', does: 'Already seen: give it a score' },
	{ id: 'plan', key: 'p', does: 'Put it on your plans, or take it off' },
	{ id: 'hide', key: 'x', does: 'Not interested' },
	{ id: 'undo', key: 'u', does: 'Show again what was hidden last' },
] as const;
export type ShortcutId = (typeof SHORTCUTS)[number]['id'];

/** The part of a keyboard event that is looked at. */
export interface PressedKey {
	readonly key: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly altKey: boolean;
	readonly isComposing: boolean;
	readonly defaultPrevented: boolean;
}

/** Where the key was pressed. */
export interface KeyPlace {
	/** Name of the element that has the focus, in capitals, and its `type`. */
	readonly tagName: string;
	readonly type?: string;
	readonly isContentEditable: boolean;
}

/** Kinds of input that take no letters: a letter there is meant for the page. */
const LETTERLESS = new Set(['checkbox', 'radio', 'range', 'button', 'submit', 'reset']);

/** The shortcut that a key means there, or null. Letters that are typed into something never are one. */
export function shortcutOf(pressed: PressedKey, place: KeyPlace | null): ShortcutId | null {
	if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
	if (pressed.isComposing || pressed.defaultPrevented) return null;
	if (place !== null && takesLetters(place)) return null;
	return SHORTCUTS.find(({ key }) => key === pressed.key)?.id ?? null;
}

function takesLetters({ tagName, type = '', isContentEditable }: KeyPlace): boolean {
	if (isContentEditable || tagName === 'TEXTAREA' || tagName === 'SELECT') return true;
	return tagName === 'INPUT' && !LETTERLESS.has(type);
}

/** Where `j` and `k` go from a row, -1 where none has the focus; null at the ends. */
export function rowAfter(current: number, step: 1 | -1, rows: number): number | null {
	const next = current === -1 ? (step === 1 ? 0 : rows - 1) : current + step;
	return next >= 0 && next < rows ? next : null;
}
