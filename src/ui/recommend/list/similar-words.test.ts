import { describe, expect, it } from 'vitest';
import { similarWords } from './similar-words.ts';

describe('similarWords', () => {
	it('name two reasons and what both have, subjects first', () => {
		const words = similarWords({
			reasons: ['recommended', 'same-audience', 'same-taste'],
			shared: [
				{ kind: 'studio', name: 'Madhouse' },
				{ kind: 'subject', name: 'Mystery' },
				{ kind: 'source', name: 'Light novel' },
			],
		});
		expect(words).toBe(
			'Recommended together · watched by the same people · both Mystery, by Madhouse, from a light novel',
		);
	});

	it('say something of a title with nothing to name', () => {
		expect(similarWords({ reasons: [], shared: [] })).toBe('Alike in many small things');
		expect(similarWords({ reasons: [], shared: [{ kind: 'source', name: 'Original' }] })).toBe(
			'Both original stories',
		);
	});
});
