import { expect, it } from 'vitest';
import { readBundle } from './bundle.ts';
import { bundleUrls } from './bundle-urls.ts';

it("tells how long the browser's model is, packed and unpacked, without unpacking it", async () => {
	const { smallModel } = await readBundle('bundle');
	const served = await readBundle('bundle', []);
	const { modelBytes, modelUnpackedBytes } = bundleUrls(served);
	expect(modelUnpackedBytes).toBe(smallModel.byteLength);
	expect(modelBytes).toBe(served.publicFiles.get('model-small.safetensors')?.bytes.byteLength);
});
