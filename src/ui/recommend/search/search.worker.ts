import { createSearchHost } from './search-host.ts';
import type { FindQuestion } from './title-finder.ts';

const answer = createSearchHost({
	fetch: (...request) => fetch(...request),
	post: (message) => postMessage(message),
});

addEventListener('message', ({ data }: MessageEvent<FindQuestion>) => void answer(data));
