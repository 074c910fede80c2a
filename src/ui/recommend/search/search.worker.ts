import { createSearchHost } from './search-host.ts';
import type { FinderQuestion } from './title-finder.ts';

const answer = createSearchHost({
	fetch: (...request) => fetch(...request),
	post: (message) => postMessage(message),
});

addEventListener('message', ({ data }: MessageEvent<FinderQuestion>) => void answer(data));
