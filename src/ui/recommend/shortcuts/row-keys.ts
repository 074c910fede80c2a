import { rowAfter } from './shortcuts.ts';

/**
 * What keys do to the rows of a list: they press the buttons that the rows have.
 *
 * @param list holds the rows as articles; undefined while there is none
 */
export function createRowKeys(list: () => HTMLElement | undefined) {
	const rows = () => [...(list()?.querySelectorAll('article') ?? [])];
	const current = () => rows().findIndex((row) => row.contains(document.activeElement));
	const titleOf = (row: HTMLElement | undefined) =>
		row?.querySelector<HTMLElement>('[data-action="open"]');

	const go = (step: 1 | -1) => {
		const all = rows();
		const next = rowAfter(current(), step, all.length);
		if (next !== null) titleOf(all[next])?.focus();
	};
	const press = (selector: string) =>
		rows()[current()]?.querySelector<HTMLElement>(selector)?.click();
	return {
		next: () => go(1),
		previous: () => go(-1),
		open: () => press('[data-action="open"]'),
		seen: () => press('[data-action="seen"]'),
		plan: () => press('[data-action="plan"]'),
		hide: () => press('[data-action="hide"]'),
	};
}
