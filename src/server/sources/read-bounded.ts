/** A body as text, or null when it is larger than allowed. */
export async function readBounded(response: Response, maxBytes: number): Promise<string | null> {
	const { body } = response;
	if (body === null) return '';
	if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
		await body.cancel();
		return null;
	}
	const decoder = new TextDecoder();
	let text = '';
	let bytes = 0;
	const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return text + decoder.decode();
		bytes += value.byteLength;
		if (bytes > maxBytes) {
			await reader.cancel();
			return null;
		}
		text += decoder.decode(value, { stream: true });
	}
}
