import type { Attachment } from 'svelte/attachments';

/**
 * Keeps the keyboard in a list whose items come and go: when the focused control goes away, the focus
 * moves on to the first button of its item or, if that went as well, of what now stands in its place.
 */
export const keepFocus: Attachment<HTMLElement> = (list) => {
	let item: Element | undefined;
	let place = -1;

	const enter = ({ target }: FocusEvent): void => {
		const items = [...list.children];
		place = items.findIndex((child) => target instanceof Node && child.contains(target));
		item = items[place];
	};
	const leave = ({ target }: FocusEvent): void => {
		// A control that is taken away loses the focus too; only one that stays was left on purpose.
		queueMicrotask(() => {
			const left = target instanceof Node && target.isConnected;
			if (left && !list.contains(document.activeElement)) item = undefined;
		});
	};
	const observer = new MutationObserver(() => {
		if (item === undefined || document.activeElement !== document.body) return;
		const next = item.isConnected ? item : list.children[Math.min(place, list.children.length - 1)];
		next?.querySelector<HTMLElement>('button, [role="button"]')?.focus({ preventScroll: true });
	});

	list.addEventListener('focusin', enter);
	list.addEventListener('focusout', leave);
	observer.observe(list, { childList: true, subtree: true });
	return () => {
		observer.disconnect();
		list.removeEventListener('focusin', enter);
		list.removeEventListener('focusout', leave);
	};
};
