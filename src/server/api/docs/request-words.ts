import type { ProfileRequest } from '#core/analytics/profile-analytics.ts';
import type { CompareRequest } from '#core/rank/compare/comparison.ts';
import type { GroupRequest } from '#core/rank/group/group.ts';
import type { LanesRequest } from '#core/rank/lanes/lane.ts';
import type { RecommendationRequest } from '#core/rank/recommendation.ts';

/** Words for what the bodies hold; typed, so that no key goes without. */
export const REQUEST_WORDS: Readonly<
	Record<
		keyof (RecommendationRequest & LanesRequest & ProfileRequest & GroupRequest & CompareRequest),
		string
	>
> = {
	entries:
		'the list; a title has a malId or an anilistId, and one that stands twice counts once, the last wins. Scores are 1–100: a MyAnimeList 8 is 80. Plans are no evidence and may be recommended',
	excludedEntries:
		'ids that stay seen, but do not count as evidence; like all lists of ids they take numbers of MyAnimeList and texts like anilist:21',
	excludedGenres: 'genres, themes and demographics that must not appear',
	include: 'what appears only when asked for; specials are OVA, ONA and specials',
	adult:
		'adult titles: hide, blur or show; blur ranks like show; true means show, false means hide',
	ratingWeight:
		'0: what one would watch, 1: what one would score highest; 0.5 is the order of the model itself. Contributions, match and strength stay those of its own score',
	niche: 'how much lesser-known stories are lifted',
	popularity:
		'range in percent of the catalogue: 0 is its least, 100 its best known title; both ends belong to it, either may be missing',
	minMembers: 'least number of people who have it on their lists',
	ignoreDislikes: 'what was dropped or disliked counts as watched, without a score',
	diversity: 'how unlike each other the first hundred titles are made to follow',
	only: 'what a title must have: all of the tags (genres, themes and demographics), one of any other kind; a type named here appears whatever include says',
	without: 'what a title must have none of',
	ranges:
		'of the first year, minutes of an episode, and episodes; what no source knows lies in no range',
	plans: 'planned titles; show and mark rank alike, hide takes the ways into them away too',
	hidden:
		'what never appears: ids, ids of any one member of a franchise, names of tags. restored: ids of any one dropped title of a franchise, which then goes on with the next that is not seen',
	whatIf:
		'other scores to try out for titles that the list has seen; page.whatIf says what took part and what was ignored',
	scoreFormat:
		'what the list was scored on, which the answer tells again; without it the scores tell. Scores of requests and answers are 1–100 all the same. A user of a site has the format that the site says',
	members:
		'one to eight lists: entries as for a single list, or source and name of a user whose list is read. They make up the answer in this order',
	fairness: '0: what is best on average; 1: what is best for whoever likes it least',
	seenBy: 'what nobody of the group has seen, what some have, or what all have',
	lists: 'two lists, each like a member of a group',
	parts: 'what is wanted: facts alone take some milliseconds; both where left out',
	facets: 'also count what each choice would leave',
	offset: 'where the page starts',
	limit: 'how long it is',
	today: 'calendar date where the list is read; left out, that of the server in UTC',
};
