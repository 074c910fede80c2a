import type { EvaluationReport } from './evaluation-report.ts';

/** What the data can't tell, whatever a table says. */
export const DATA_LIMITS = [
	'- **Old lists.** Of the 8,033 users to learn from 5,356 were collected in 2016 and know nothing newer (of all 9,633 users 6,377); 1,296 are from 2024. Recent titles have little data, and no number here says much about a title of this season.',
	'- **What people would have found anyway.** Withheld entries were watched without us. Whether somebody follows a recommendation, and is glad of it, is not measured.',
	'- **Few low scores.** Fewer than one score in twenty is below 5, since people rarely finish what they dislike. Predictions for titles that somebody would hate are guesses.',
	'- **Who keeps a list.** Only people who keep a list on MyAnimeList and let it be read. Collectors with over 1,500 entries are not measured; some lists were cut at 300 or 1,000 entries by their source.',
	'- **Missing statuses.** Over two thirds of the entries have no status and count as completed, though some were dropped.',
	'- **One draw.** The withheld entries were drawn once. Intervals are about the choice of users, not about the choice of entries or of the training lists.',
] as const;

/** The model card: what the served model is for, in the form of Mitchell et al. 2019 (1810.03993). */
export function modelCard({ data }: EvaluationReport): string {
	return [
		`- **What it is.** The model in \`bundle/\`, which the site answers with. It reads a list of anime with scores and statuses and ranks ${data.items} titles. What it is made of stands in \`docs/decisions\`.`,
		`- **Learned from** the lists of ${data.sproutTrainUsers} \`train\` users, collected in 2012 to 2024, and from facts of the catalogue: genres, studios, relations, members' recommendations. By this repository's own code on a processor: \`npm run sprout -- train\`. Settings were chosen on \`validation\`.`,
		'- **Meant for** finding anime to watch, with the reasons shown, by somebody who brings or makes a list.',
		'- **Not meant for** judging people by their lists, guessing who they are, how old they are or what they can bear; choosing for children, as age ratings are filters and not what it learned; judging how good a title is; buying, licensing or removing titles by what it ranks.',
		'- **Whom it serves worse.** People with few entries, who get well-known titles; people whose taste is rare among those lists; whoever looks for what is new. The tables by popularity third and of rare and cold titles say how much worse.',
		'- **Popularity.** Like every model of its kind it favours titles that many know: compare novelty and coverage above.',
		"- **Licence.** The code is MIT. No source of the lists states a licence for the data, so nobody's list is in the repository or in the bundle; a deployment should collect lists of its own, with consent, and learn from those.",
	].join('\n');
}
