import { expect, test } from 'vitest';
import { parseState } from '../state/url-state.ts';
import { EXAMPLE_ENTRIES, likedAddress, rateAddress } from './example.ts';

test('the addresses lead to what they promise', () => {
	const read = (address: string) =>
		parseState(new URL(address, 'https://sprout.example').searchParams);
	expect(read(rateAddress(EXAMPLE_ENTRIES)).rated).toEqual(EXAMPLE_ENTRIES);
	expect(read(likedAddress(5114)).rated).toEqual([{ malId: 5114, score: 80, status: 'completed' }]);
});
