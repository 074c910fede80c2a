import { describe, expect, it } from 'vitest';
import { encodeAtlasTitles } from '#core/atlas/atlas-titles.ts';
import { writeAtlas } from '#core/atlas/write-atlas.ts';
import { smallAtlas } from '#tests/support/small-atlas.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { openAtlasFiles } from './atlas-files.ts';

const CATALOGUE = smallCatalogue([{ malId: 7 }, { malId: 8 }, { malId: 9 }]);
const URLS = { map: '/map', titles: '/titles' };
const map = () => new Response(writeAtlas(smallAtlas([7, 8, 9]), {}));
const titles = (malIds: number[]) => Response.json(encodeAtlasTitles(CATALOGUE, malIds));
const open = (answers: Record<string, Response>) =>
	openAtlasFiles((url) => Promise.resolve(answers[String(url)] ?? Response.error()), URLS);

describe('the files of the map', () => {
	it('give the map and the names of its points', async () => {
		const result = await open({ '/map': map(), '/titles': titles([7, 8, 9]) });
		expect(result.ok && result.atlas.titles[1]?.malId).toBe(8);
		expect(result.ok && result.atlas.pointOf.get(9)).toBe(2);
	});

	it('must belong together', async () => {
		const other = await open({ '/map': map(), '/titles': titles([8, 7, 9]) });
		const fewer = await open({ '/map': map(), '/titles': titles([7, 8]) });
		expect([other, fewer]).toEqual([
			{ ok: false, reason: 'damaged' },
			{ ok: false, reason: 'damaged' },
		]);
	});

	it('may be cut short, or not come at all', async () => {
		const cut = new Response(writeAtlas(smallAtlas([7, 8, 9]), {}).slice(0, 90));
		expect(await open({ '/map': cut, '/titles': titles([7, 8, 9]) })).toEqual({
			ok: false,
			reason: 'damaged',
		});
		expect(await open({ '/map': map() })).toEqual({ ok: false, reason: 'offline' });
		const away = () => Promise.reject(new TypeError('Failed to fetch'));
		expect(await openAtlasFiles(away, URLS)).toEqual({ ok: false, reason: 'offline' });
	});
});
