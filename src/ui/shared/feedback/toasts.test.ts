import { expect, test } from 'vitest';
import { Toasts } from './toasts.svelte.ts';

test('the newest message stands, and a late dismissal of an older one does not take it away', () => {
	const toasts = new Toasts();
	toasts.show('Removed Monster.');
	const first = toasts.current?.id ?? -1;
	toasts.show('Removed Mushi-Shi.');
	toasts.dismiss(first);
	expect(toasts.current?.message).toBe('Removed Mushi-Shi.');
	toasts.dismiss(toasts.current?.id ?? -1);
	expect(toasts.current).toBeNull();
});

test('an action is offered with its message', () => {
	const toasts = new Toasts();
	let undone = 0;
	toasts.show('Removed Monster.', { label: 'Undo', run: () => undone++ });
	toasts.current?.action?.run();
	expect(undone).toBe(1);
});
