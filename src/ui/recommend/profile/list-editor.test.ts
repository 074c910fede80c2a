import { describe, expect, it } from 'vitest';
import type { ListEntry } from '#core/profile/list-entry.ts';
import { ListEditor } from './list-editor.svelte.ts';
import { createProfileStore } from './profile-store.ts';

const title = {
	malId: 1,
	title: 'Death Note',
	english: null,
	native: null,
	type: 'TV' as const,
	year: 2006,
};

function editorWith(capacity: number) {
	let kept: readonly ListEntry[] = [];
	const said: { message: string; undo: (() => void) | null }[] = [];
	const editor = new ListEditor({
		store: createProfileStore({
			read: () => kept,
			write(entries) {
				if (entries.length > capacity) return false;
				kept = entries;
				return true;
			},
		}),
		say: (message, undo) => void said.push({ message, undo }),
		nameOf: (named) => named.title,
		learn: () => undefined,
	});
	return { editor, said };
}

describe('list editor', () => {
	it('rates, says so in words, and takes it back', () => {
		const { editor, said } = editorWith(5);
		editor.pick(title);
		editor.rate(title, 85);
		expect(editor.picking).toBeNull();
		expect(editor.scoreOf(1)).toBe(85);
		expect(said[0]?.message).toBe('Death Note: 8.5');
		said[0]?.undo?.();
		expect(editor.scoreOf(1)).toBeUndefined();
	});

	it('clears the whole list and brings it back', () => {
		const { editor, said } = editorWith(5);
		editor.rate(title, null);
		editor.clear();
		expect(said.at(-1)?.message).toBe('List cleared, 1 title removed');
		said.at(-1)?.undo?.();
		expect(editor.scoreOf(1)).toBeNull();
	});

	it('says that the list is full, and offers no way back from what did not happen', () => {
		const { editor, said } = editorWith(0);
		editor.rate(title, 100);
		expect(said[0]?.message).toContain('full');
		expect(said[0]?.undo).toBeNull();
	});
});
