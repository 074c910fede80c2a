import type { WatchTime } from './profile-analytics.ts';
import type { WatchedTitle } from './watched-titles.ts';

/** Adds up what was watched, as far as the list and the catalogue tell. */
export function watchTime(watched: readonly WatchedTitle[]): WatchTime {
	let [minutes, episodes, counted] = [0, 0, 0];
	for (const title of watched) {
		const seen = episodesSeen(title);
		if (seen === null || title.anime.minutes === null) continue;
		episodes += seen;
		minutes += seen * title.anime.minutes;
		counted++;
	}
	return { minutes, episodes, counted, uncounted: watched.length - counted };
}

/** Null where it is not known. Sites let people note more episodes than there are. */
function episodesSeen({ entry, anime }: WatchedTitle): number | null {
	const again = (entry.rewatches ?? 0) * (anime.episodes ?? 0);
	if (entry.status === 'completed' && anime.episodes !== null) return anime.episodes + again;
	if (entry.progress === undefined) return null;
	return Math.min(entry.progress, anime.episodes ?? Infinity) + again;
}
