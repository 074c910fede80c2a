import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LABEL_WIDEST_PX } from '#core/atlas/label-box.ts';
import { TITLE_LANGUAGES } from '#core/catalogue/anime.ts';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { visiting } from '#tests/support/browser.ts';
import { writeBundleWithMap } from '#tests/support/bundle-with-map.ts';
import { labelsOn, openMap, overlaps } from '#tests/support/map-page.ts';

let dir: string;
beforeAll(async () => {
	dir = await mkdtemp(join(tmpdir(), 'sprout-atlas-'));
	await writeBundleWithMap(dir);
}, 120_000);
afterAll(() => rm(dir, { recursive: true, force: true }));
const running = useSiteAndBrowser(() => ({ BUNDLE_DIR: dir }));

/** Names that end in an ellipsis although they are not as long as any may be. */
const cutShort = (page: Page) =>
	page
		.locator('.map-label.title')
		.evaluateAll(
			(labels, widest) =>
				labels
					.filter(
						({ scrollWidth, clientWidth }) => scrollWidth > clientWidth && clientWidth < widest,
					)
					.map(({ textContent }) => textContent),
			LABEL_WIDEST_PX,
		);

it.each(TITLE_LANGUAGES)('labels in %s never overlap, and are whole', (language) =>
	visiting(running.browser, 'about:blank', async ({ page }) => {
		for (const scale of [500, 1500, 6000]) {
			const address = `/atlas?at=0.3,0.2,${scale}&titles=${language}`;
			await openMap(page, `${running.site.url}${address}`);
			const labels = await labelsOn(page);
			expect(labels.length).toBeGreaterThan(10);
			expect(overlaps(labels)).toEqual([]);
			expect(await cutShort(page)).toEqual([]);
		}
	}),
);
