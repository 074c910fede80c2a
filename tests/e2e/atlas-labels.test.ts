import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { LABEL_WIDEST_PX } from '#core/atlas/label-box.ts';
import { TITLE_LANGUAGES } from '#core/catalogue/anime.ts';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { visiting } from '#tests/support/browser.ts';
import { useBundleWithMap } from '#tests/support/map-bundle-suite.ts';
import { labelsOn, openMap, overlaps } from '#tests/support/map-page.ts';

const bundle = useBundleWithMap();
const running = useSiteAndBrowser(() => ({ BUNDLE_DIR: bundle.dir }));

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
