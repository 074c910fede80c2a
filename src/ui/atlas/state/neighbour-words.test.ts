import { expect, it } from 'vitest';
import { neighbourWords } from './neighbour-words.ts';

it('tells why titles are neighbours', () => {
	const shared = [
		{ kind: 'subject', name: 'Mystery' },
		{ kind: 'studio', name: 'Madhouse' },
	] as const;
	expect(neighbourWords({ reasons: ['liked-together', 'related', 'model'], shared })).toBe(
		'Liked by the same people · related to it · both Mystery, by Madhouse',
	);
	expect(neighbourWords({ reasons: [], shared: [{ kind: 'source', name: 'Manga' }] })).toBe(
		'Both from a manga',
	);
	expect(neighbourWords({ reasons: [], shared: [] })).toBe('Alike in many small things');
});
