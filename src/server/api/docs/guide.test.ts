import { describe, expect, it } from 'vitest';
import { describeType } from './describe-type.ts';
import { apiGuide } from './guide.ts';
import { openApiDocument } from './openapi.ts';

const guide = apiGuide(openApiDocument('https://sprout.example'));
const call = (id: string) => guide.calls.find((one) => one.id === id);

describe('the guide to the API', () => {
	it('tells parameters with type and default', () => {
		expect(call('getSimilarAnime')?.parameters).toEqual([
			expect.objectContaining({ name: 'id', type: 'text', note: '' }),
			{
				name: 'limit',
				type: 'integer 1–50',
				note: 'default 10',
				description: 'most titles to give',
			},
			expect.objectContaining({ name: 'includeFranchise', type: 'boolean', note: 'default false' }),
		]);
	});

	it('goes into objects and lists, but tells the facts of titles once', () => {
		const names = (call('recommend')?.answer ?? []).map(({ name }) => name);
		expect(names).toEqual(
			expect.arrayContaining(['page', 'page.items', 'page.items[].contributions[].share', 'anime']),
		);
		expect(names.filter((name) => name.startsWith('anime'))).toEqual(['anime']);
		expect(guide.anime.map(({ name }) => name)).toContain('studios');
		expect(call('getTitleDetails')?.answer.map(({ name }) => name)).toContain(
			'details.*.nextEpisode.airsAt',
		);
	});

	it('tells a field of several shapes once', () => {
		for (const { id, body, answer } of guide.calls) {
			for (const fields of [body, answer]) {
				const names = fields.map(({ name }) => name);
				expect([id, names]).toEqual([id, [...new Set(names)]]);
			}
		}
		expect(call('recommendForGroup')?.body).toContainEqual(
			expect.objectContaining({ name: 'members[].source', note: 'optional' }),
		);
	});

	it('has an example that a shell takes', () => {
		expect(call('recommendForUser')?.example).toBe(
			`curl -s 'https://sprout.example/api/v1/users/anilist/NAME/recommendations' -H 'content-type: application/json' \\\n  -d '{"limit":3}'`,
		);
	});
});

it.each([
	[{ enum: ['a', 1] }, '"a" | 1'],
	[{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'text or null'],
	[{ type: 'array', items: { type: 'integer', minimum: 1, maximum: 9 } }, 'list of integer 1–9'],
	[{ type: 'array', maxItems: 50, items: { type: 'string' } }, 'list of at most 50 × text'],
	[{ type: 'integer', minimum: 1, maximum: 10_000_000 }, 'integer'],
	[{ $ref: '#/components/schemas/Anime' }, 'Anime'],
	[{}, 'anything'],
] as const)('%j reads %s', (schema, words) => {
	expect(describeType(schema as Parameters<typeof describeType>[0])).toBe(words);
});
