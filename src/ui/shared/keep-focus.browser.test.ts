import { afterEach, expect, it } from 'vitest';
import { keepFocus } from './keep-focus.ts';

const detached: (() => void)[] = [];
afterEach(() => {
	for (const detach of detached.splice(0)) detach();
	document.body.replaceChildren();
});

/** A list of items with two buttons each, named `a1 a2`, `b1 b2`, `c1 c2`. */
function listOf(...names: string[]) {
	const list = document.createElement('ul');
	for (const name of names) {
		const item = document.createElement('li');
		for (const number of [1, 2]) {
			const button = document.createElement('button');
			button.id = `${name}${number}`;
			item.append(button);
		}
		list.append(item);
	}
	document.body.append(list);
	const detach = keepFocus(list);
	if (detach) detached.push(detach);
	const button = (id: string) => document.querySelector<HTMLElement>(`#${id}`);
	return { list, button };
}

const focused = () => document.activeElement?.id;

it('moves on to what stands where the focused item stood', async () => {
	const { button } = listOf('a', 'b', 'c');
	button('b2')?.focus();
	button('b2')?.parentElement?.remove();
	await expect.poll(focused).toBe('c1');
});

it('goes to the last item when the last one is taken away', async () => {
	const { button } = listOf('a', 'b');
	button('b1')?.focus();
	button('b1')?.parentElement?.remove();
	await expect.poll(focused).toBe('a1');
});

it('stays in the item when only the focused control is taken away', async () => {
	const { button } = listOf('a', 'b');
	button('b2')?.focus();
	button('b2')?.remove();
	await expect.poll(focused).toBe('b1');
});

it('leaves the focus alone once the visitor has left the list', async () => {
	const { button } = listOf('a', 'b');
	button('a1')?.focus();
	button('a1')?.blur();
	await Promise.resolve();
	button('a1')?.parentElement?.remove();
	await new Promise(requestAnimationFrame);
	expect(document.activeElement).toBe(document.body);
});
