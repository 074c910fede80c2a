import { describe, expect, it } from 'vitest';
import { whatIfLinks } from './what-if-link.ts';

describe('a link to what would be', () => {
	it.each([
		['/user/mal/mika?', 30, '/user/mal/mika?whatif=1535:30', '3'],
		['/list#', 85, '/list#whatif=1535:85', '8.5'],
		['/rate?r=1535-9&', 4, '/rate?r=1535-9&whatif=1535:10', '1'],
		['/list#', 104, '/list#whatif=1535:100', '10'],
	])('from %s with %d', (address, score, href, text) => {
		expect(whatIfLinks(address)(1535, score)).toEqual({ href, score: text });
	});
});
