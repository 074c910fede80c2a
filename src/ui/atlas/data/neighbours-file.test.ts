import { expect, it } from 'vitest';
import { writeNeighbours } from '#core/atlas/write-atlas.ts';
import { smallNeighbours } from '#tests/support/small-atlas.ts';
import { fetchNeighbours } from './neighbours-file.ts';

const FILE = writeNeighbours(smallNeighbours([7, 8, 9]));
const POINTS = Int32Array.of(7, 8, 9);
const answering = (response: Response) => () => Promise.resolve(response);

it('gives the neighbours of the very map', async () => {
	const asked: string[] = [];
	const near = await fetchNeighbours(
		(url) => {
			asked.push(String(url));
			return Promise.resolve(new Response(FILE));
		},
		'/near',
		POINTS,
	);
	expect([near?.points[0], near?.points[1], asked]).toEqual([1, 2, ['/near']]);
});

it.each([
	['another map', answering(new Response(FILE)), Int32Array.of(7, 9, 8)],
	['a larger map', answering(new Response(FILE)), Int32Array.of(7, 8, 9, 10)],
	['half a file', answering(new Response(FILE.slice(0, 80))), POINTS],
	['a bundle of yesterday', answering(new Response(null, { status: 404 })), POINTS],
	['no connection', () => Promise.reject(new TypeError('Failed to fetch')), POINTS],
])('gives none with %s', async (_, transport, points) => {
	expect(await fetchNeighbours(transport, '/near', points)).toBeNull();
});
