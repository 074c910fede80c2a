import { expect, it } from 'vitest';
import { listInAddress } from './list-source.ts';

const ENTRIES = [{ malId: 1, score: 80, status: 'completed' }] as const;
const kept = { name: 'a.xml', importedAt: '2026-01-01T00:00:00Z', entries: ENTRIES };
const device = { load: () => kept };
const find = (search: string, store: Parameters<typeof listInAddress>[1] = device) =>
	listInAddress(new URLSearchParams(search), store);

it('is the imported one where the address says so and the device has it', () => {
	expect(find('?list=device')).toEqual({
		list: { name: 'Your imported list', entries: ENTRIES },
		path: '/list',
		isPrivate: true,
	});
	expect(find('?list=device', { load: () => null })).toBeNull();
});

it('is that of the ratings in the address', () => {
	expect(find('?r=1535-9&lens=global')).toEqual({
		list: { name: 'Your ratings', entries: [{ malId: 1535, score: 90, status: 'completed' }] },
		path: '/rate?r=1535-9',
		isPrivate: false,
	});
});

it('is none otherwise', () => {
	expect(find('?title=5')).toBeNull();
});
