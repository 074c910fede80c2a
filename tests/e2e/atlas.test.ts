import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { visiting, WIDTHS } from '#tests/support/browser.ts';
import { useBundleWithMap } from '#tests/support/map-bundle-suite.ts';
import {
	drawnFrame,
	expectParameter,
	labelsOn,
	openMap,
	overlaps,
	pixelAt,
	stageBox,
	viewOf,
} from '#tests/support/map-page.ts';
import { expectSoundPage } from '#tests/support/sound-page.ts';

const bundle = useBundleWithMap();

const running = useSiteAndBrowser(() => ({ BUNDLE_DIR: bundle.dir }));

const address = (search = '') => `${running.site.url}/atlas${search}`;
/** A view with a title in the middle. */
const lookingAt = (point: number, scale: number) => {
	const { x, y } = bundle.map.lenses.local;
	return `?at=${x[point]?.toFixed(6)},${y[point]?.toFixed(6)},${scale}`;
};
const anime = (point: number) => {
	const { map, catalogue } = bundle;
	return catalogue.anime(catalogue.indexOf(map.malIds[point] ?? 0) ?? 0);
};
const nameOf = (point: number) => anime(point).english ?? anime(point).title;
const panelOf = (page: Page, point: number) =>
	page.getByRole('region', { name: nameOf(point), exact: true });

async function middle(page: Page): Promise<readonly [number, number]> {
	const { x, y, width, height } = await stageBox(page);
	return [x + width / 2, y + height / 2];
}

describe('the map', () => {
	it('draws every title where the layout has it, in the colour of the legend', () =>
		visiting(running.browser, 'about:blank', async ({ page }) => {
			for (const point of [0, 1, 40]) {
				await openMap(page, address(lookingAt(point, 30_000)));
				const shown = await pixelAt(page, ...(await middle(page)));
				const dots = page.locator('.legend li i');
				const colours = await dots.evaluateAll((all) =>
					all.map((dot) => getComputedStyle(dot).backgroundColor.match(/\d+/g)?.map(Number)),
				);
				const distances = colours.map((colour) =>
					Math.hypot(...shown.map((value, at) => value - (colour?.[at] ?? 0))),
				);
				expect(Math.min(...distances)).toBeLessThan(25);
			}
		}));

	it('names a title under the pointer and asks for its neighbours, the first title included', () =>
		visiting(running.browser, 'about:blank', async ({ page }) => {
			const asked: string[] = [];
			page.on('request', (request) => asked.push(new URL(request.url()).pathname));
			await openMap(page, address(lookingAt(0, 9000)));
			await page.mouse.move(...(await middle(page)));
			const label = page.locator('.map-label.hovered');
			await expect.poll(() => label.textContent()).toBe(nameOf(0));
			await expect.poll(() => asked).toContain(`/api/v1/anime/${bundle.map.malIds[0]}/neighbours`);
			await page.mouse.move(5, 300);
			await expect.poll(() => label.count()).toBe(0);
		}));

	it('selects by a click, holds that in the address, and Back takes it back', () =>
		visiting(running.browser, 'about:blank', async ({ page }) => {
			await openMap(page, address(lookingAt(0, 9000)));
			await page.mouse.click(...(await middle(page)));
			const panel = panelOf(page, 0);
			await panel.waitFor();
			await expect
				.poll(() => panel.getByRole('list').getByRole('button').count())
				.toBeGreaterThan(4);
			await expectParameter(page, 'title', String(bundle.map.malIds[0]));
			const view = viewOf(page);
			await page.reload();
			await panel.waitFor();
			expect(viewOf(page)).toEqual(view);
			await page.goBack();
			await panel.waitFor({ state: 'detached' });
			await page.goForward();
			await panel.waitFor();
		}));

	it('looks the same again, to the byte, when nothing has changed', () =>
		visiting(running.browser, 'about:blank', async ({ page }) => {
			const clip = async () => {
				await openMap(page, address(lookingAt(3, 1500)));
				await page.evaluate(() => document.fonts.ready);
				await drawnFrame(page);
				return page.locator('canvas').first().screenshot();
			};
			// The first visit may still read in another font than the later ones.
			await clip();
			const first = await clip();
			expect((await clip()).equals(first)).toBe(true);
		}));

	it('never lays labels on each other, and keeps them when one zooms in', () =>
		visiting(running.browser, 'about:blank', async ({ page }) => {
			let before: string[] = [];
			for (const scale of [330, 660, 1320, 2640, 5280, 10_560]) {
				await openMap(page, address(lookingAt(2, scale)));
				const labels = await labelsOn(page);
				expect(labels.length).toBeGreaterThan(3);
				expect(overlaps(labels)).toEqual([]);
				expect(labels.every(({ text }) => text.trim() !== '')).toBe(true);
				const titles = labels.filter(({ key }) => key.startsWith('t')).map(({ key }) => key);
				const { width, height } = await stageBox(page);
				const stillThere = before.filter((key) => {
					const point = Number(key.slice(1));
					const { x, y } = bundle.map.lenses.local;
					const across = Math.abs((x[point] ?? 0) - (x[2] ?? 0)) * scale;
					const up = Math.abs((y[point] ?? 0) - (y[2] ?? 0)) * scale;
					return across < width / 2 && up < height / 2;
				});
				expect(stillThere.filter((key) => !titles.includes(key))).toEqual([]);
				before = titles;
			}
		}));

	it('comes back when the browser has put the drawing aside', () =>
		visiting(running.browser, 'about:blank', async ({ page }) => {
			await openMap(page, address(lookingAt(0, 30_000)));
			const at = await middle(page);
			const shown = await pixelAt(page, ...at);
			await page.evaluate(async () => {
				const canvas = document.querySelector('canvas');
				const lost = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
				const restored = new Promise((resolve) => {
					canvas?.addEventListener('webglcontextrestored', resolve, { once: true });
				});
				const gone = new Promise((resolve) => {
					canvas?.addEventListener('webglcontextlost', resolve, { once: true });
				});
				lost?.loseContext();
				await gone;
				// Chromium takes the wish only once the loss has been told to everybody.
				setTimeout(() => lost?.restoreContext(), 0);
				await restored;
			});
			await drawnFrame(page);
			await expect.poll(() => pixelAt(page, ...at)).toEqual(shown);
		}));
});

describe('without sight of the map', () => {
	it('arrow keys walk along neighbours, and each step is spoken', () =>
		visiting(running.browser, 'about:blank', async ({ page }) => {
			await openMap(page, address(lookingAt(0, 9000)));
			await page.getByRole('application').focus();
			await page.keyboard.press('ArrowRight');
			await panelOf(page, 0).waitFor();
			const spoken = page.getByRole('status').filter({ hasText: 'average score' });
			await expect.poll(() => spoken.textContent()).toContain(`${nameOf(0)}, `);
			const said = page.getByRole('status').filter({ hasText: /average score|No neighbour/ });
			for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
				const before = await said.textContent();
				await page.keyboard.press(key);
				await expect.poll(() => said.textContent()).not.toBe(before);
				if ((await spoken.count()) > 0) break;
			}
			await expect.poll(() => spoken.textContent()).not.toContain(`${nameOf(0)}, `);
			await page.keyboard.press('Escape');
			await expectParameter(page, 'title', null);
		}));

	it('a list tells what is in view and stays in step', () =>
		visiting(running.browser, 'about:blank', async ({ page }) => {
			await openMap(page, address(lookingAt(0, 9000)));
			const count = page.getByRole('button', { name: /titles? in view/ });
			const near = await count.textContent();
			await count.click();
			const list = page.getByRole('list', { name: 'Best known titles in view' });
			await list
				.getByRole('button', { name: nameOf(0) })
				.first()
				.waitFor();
			await page.getByRole('application').focus();
			await page.keyboard.press('0');
			await expect.poll(() => count.textContent()).not.toBe(near);
			await expectParameter(page, 'at', null);
		}));

	it('the list and a picture serve where nothing can be drawn', () =>
		visiting(running.browser, 'about:blank', async ({ page }) => {
			await page.addInitScript(() => {
				const real = HTMLCanvasElement.prototype.getContext;
				Object.assign(HTMLCanvasElement.prototype, {
					getContext(this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
						const args = [kind, ...rest] as Parameters<typeof real>;
						return kind.startsWith('webgl') ? null : real.apply(this, args);
					},
				});
			});
			await page.goto(address());
			await page.waitForSelector('[data-map=undrawn]');
			await page.getByText("can't draw the map").waitFor();
			const picture = page.locator('figure img');
			await expect
				.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
				.toBe(1200);
			const list = page.getByRole('list', { name: 'Best known titles in view' });
			await list.getByRole('button').first().click();
			await panelOf(page, 0).waitFor();
		}));

	it.each(
		(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]).flatMap((device) =>
			(['light', 'dark'] as const).map((theme) => [device, theme] as const),
		),
	)('the page is sound on a %s, %s', (device, theme) =>
		visiting(
			running.browser,
			'about:blank',
			async ({ page }) => {
				await expectSoundPage(page, address());
				await expectSoundPage(page, address(`?title=${bundle.map.malIds[0]}`));
			},
			{ device, theme },
		),
	);
});

describe('finding the way', () => {
	it('Enter takes the first title that the search finds, and flies there', () =>
		visiting(running.browser, 'about:blank', async ({ page }) => {
			await openMap(page, address());
			const search = page.getByRole('combobox', { name: 'Search for an anime on the map' });
			await search.fill('cowboy bebop');
			await search.press('Enter');
			await expectParameter(page, 'title', '1');
			await expect.poll(() => viewOf(page)[2]).toBe(2600);
		}));

	it('the legend filters, the colour can be changed, and the lens', () =>
		visiting(running.browser, 'about:blank', async ({ page }) => {
			await openMap(page, address());
			const count = page.getByRole('button', { name: /titles? in view/ });
			const all = await count.textContent();
			await page.getByRole('button', { name: /^Sports/ }).click();
			await expectParameter(page, 'only', 'sports');
			await expect.poll(() => count.textContent()).not.toBe(all);
			await page.getByLabel('Colour', { exact: true }).selectOption('year');
			await expectParameter(page, 'colour', 'year');
			await expectParameter(page, 'only', null);
			await page.getByRole('radio', { name: 'Big picture' }).check();
			await expectParameter(page, 'lens', 'global');
			await page.goBack();
			await expectParameter(page, 'lens', null);
		}));

	it('leads from one title to another over neighbours', () =>
		visiting(running.browser, 'about:blank', async ({ page }) => {
			// Two titles of one group, far apart in it.
			await openMap(page, address(`?title=${bundle.map.malIds[0]}&to=${bundle.map.malIds[300]}`));
			const way = page.getByRole('region', { name: 'The way, step by step' });
			await way.getByRole('list').or(way.getByText('No way')).waitFor();
			await way.getByRole('button', { name: 'Forget the way' }).click();
			await expectParameter(page, 'to', null);
		}));

	it('recommends from what was drawn around', () =>
		visiting(running.browser, 'about:blank', async ({ page }) => {
			await openMap(page, address(lookingAt(0, 2000)));
			const [x, y] = await middle(page);
			await page.getByRole('button', { name: 'Draw around titles' }).click();
			await page.mouse.move(x - 90, y - 90);
			await page.mouse.down();
			for (const [dx, dy] of [
				[90, -90],
				[90, 90],
				[-90, 90],
			] as const) {
				await page.mouse.move(x + dx, y + dy, { steps: 3 });
			}
			await page.mouse.up();
			const panel = page.getByRole('region', { name: /titles here$/ });
			await panel.getByRole('button', { name: 'Recommend from here' }).click();
			await panel.getByRole('list', { name: 'Recommended from here' }).waitFor();
			await expect.poll(() => page.locator('.map-label.rank').count()).toBeGreaterThan(0);
		}));

	it('draws a rated list with what it lets expect', () =>
		visiting(running.browser, 'about:blank', async ({ page }) => {
			await openMap(page, address('?r=1535-9_16498-8_9253-10_5114-10'));
			const list = page.getByRole('list', { name: 'Recommended, on the map' });
			await list.getByRole('button').first().click();
			await page.getByText(/Recommended to you, place 1\s· you would give about \d/).waitFor();
			await page.getByLabel('Colour', { exact: true }).selectOption('predicted');
			await expectParameter(page, 'colour', 'predicted');
			await expectParameter(page, 'r', '1535-9_16498-8_9253-10_5114-10');
		}));
});
