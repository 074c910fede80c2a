import type { FacetKind, ProfileFacts, ScoreFacts } from '#core/analytics/profile-analytics.ts';
import { formatRoughCount, formatShare } from '#ui/shared/format-number.ts';
import { beyondOthers, excessOf, middleYear, surest, valueName } from '../words/facet-words.ts';
import {
	counted,
	distanceText,
	meanText,
	peopleShare,
	timesText,
	timeText,
} from '../words/numbers.ts';
import { favouriteScore, LEAST_SCORES } from '../words/score-words.ts';
import { LEAST_TITLES } from '../words/watching-words.ts';
import { fromMiddle, strongest, type Finding } from './finding.ts';

/** Kinds whose rows are worth a finding. */
const TOLD_KINDS: readonly FacetKind[] = ['genres', 'themes', 'demographics', 'studios'];
/** Fewer titles that were ended say nothing of dropping. */
const LEAST_ENDED = 10;
const LEAST_DROPPED = 3;
/** A score that is given so much more often than usual is as unusual as it gets. */
const FULL_EXCESS = 0.3;
/** Less of the list than this is no leaning, however rare it is elsewhere. */
const FULL_SHARE = 0.05;
/** So many points of 100 more or less than others are as unusual as it gets. */
const FULL_DEPARTURE = 15;
/** So many years from the usual ones are as unusual as it gets. */
const FULL_YEARS = 12;

/** What the facts of a list say that is unusual, strongest first. What is said of the smallest list comes last. */
export function factFindings(facts: ProfileFacts, most: number): Finding[] {
	const all = [
		strictness(facts.scores, facts.counts.scored),
		favourite(facts.scores, facts.counts.scored),
		opinion(facts),
		liking(facts),
		leaning(facts),
		depth(facts),
		dropping(facts),
		size(facts),
		time(facts),
		age(facts),
	];
	return strongest(
		all.filter((finding) => finding !== null),
		most,
	);
}

function strictness(scores: ScoreFacts, scored: number): Finding | null {
	const { mean, meanPercentile, othersMean } = scores;
	if (scored < LEAST_SCORES || mean === null || meanPercentile === null) return null;
	const kind = meanPercentile >= 0.5;
	return {
		topic: 'Strictness',
		malId: null,
		text: kind
			? `You are kinder than ${peopleShare(meanPercentile)} of people.`
			: `You are stricter than ${peopleShare(1 - meanPercentile)} of people.`,
		note:
			othersMean === null
				? `Your mean score is ${meanText(mean)}.`
				: `Your mean score is ${meanText(mean)}, theirs ${meanText(othersMean)}.`,
		section: 'scores',
		unusual: fromMiddle(meanPercentile),
	};
}

function favourite({ bins }: ScoreFacts, scored: number): Finding | null {
	const bin = favouriteScore(bins);
	if (bin === null || scored < LEAST_SCORES) return null;
	const finding = { topic: 'Favourite score', malId: null, section: 'scores' as const };
	if (bin.count === scored) {
		const note = 'So the order of your recommendations comes from what you watched.';
		return { ...finding, text: `You give everything ${bin.points}.`, note, unusual: 0.9 };
	}
	if (bin.othersShare === null) return null;
	return {
		...finding,
		text: `${formatShare(bin.share)} of your scores are ${bin.points}.`,
		note: `Of everybody’s scores ${formatShare(bin.othersShare)} are.`,
		unusual: Math.min(1, Math.max(0, bin.share - bin.othersShare) / FULL_EXCESS),
	};
}

function opinion({ opinions, counts }: ProfileFacts): Finding | null {
	const [rarest] = opinions;
	if (rarest === undefined) return null;
	const { malId, score, othersMean, rarity } = rarest;
	const few = rarity < 0.01 ? 'fewer than 1\u202f%' : `only ${peopleShare(rarity)}`;
	return {
		topic: 'Opinion',
		malId,
		text: `You gave it ${score / 10}; ${few} of people score it that ${score > othersMean ? 'high' : 'low'}.`,
		note: `Their mean is ${meanText(othersMean)}.`,
		section: 'scores',
		// Among many scores some are rare by chance: e^(−expected number) is the chance that none would be.
		unusual: Math.max(0.4, Math.exp(-rarity * counts.scored)),
	};
}

function liking({ facets }: ProfileFacts): Finding | null {
	const rows = TOLD_KINDS.flatMap((kind) =>
		surest(facets[kind]).map((row) => ({ kind, row, departure: row.departure?.value ?? 0 })),
	);
	const found = rows.reduce<(typeof rows)[number] | null>(
		(best, next) =>
			best === null || Math.abs(next.departure) > Math.abs(best.departure) ? next : best,
		null,
	);
	if (found === null) return null;
	const { kind, row, departure } = found;
	return {
		topic: 'Liking',
		malId: null,
		text: `You like ${valueName(kind, row.value)} ${departure > 0 ? 'more' : 'less'} than others do.`,
		note: `By ${distanceText(departure)} for the same ${counted(row.scored, 'title')}, strictness aside.`,
		section: kind === 'studios' ? 'kinds' : 'taste',
		unusual: 0.5 + 0.5 * Math.min(1, Math.abs(departure) / FULL_DEPARTURE),
	};
}

function leaning({ facets }: ProfileFacts): Finding | null {
	const rows = TOLD_KINDS.flatMap((kind) => {
		const row = beyondOthers(facets[kind]);
		return row === null ? [] : { kind, row };
	});
	const found = rows.reduce<(typeof rows)[number] | null>(
		(best, next) => (best === null || excessOf(next.row) > excessOf(best.row) ? next : best),
		null,
	);
	if (found === null) return null;
	const { kind, row } = found;
	const beyond = 1 - (row.othersShare ?? 1) / row.share;
	const times = timesText(row.share, row.othersShare ?? 0);
	return {
		topic: 'Leaning',
		malId: null,
		text: `You watch ${times} as much ${valueName(kind, row.value)} as others.`,
		note: `${counted(row.count, 'title')}, ${formatShare(row.share)} of what you have watched.`,
		section: kind === 'studios' ? 'kinds' : 'taste',
		unusual: beyond * Math.min(1, row.share / FULL_SHARE),
	};
}

function depth({ popularity, counts }: ProfileFacts): Finding | null {
	if (popularity === null || counts.watched < LEAST_TITLES) return null;
	const { members, othersMembers, percentile } = popularity;
	return {
		topic: 'Depth',
		malId: null,
		text:
			percentile >= 0.5
				? `You dig deeper than ${peopleShare(percentile)} of people.`
				: `You keep to the well-known more than ${peopleShare(1 - percentile)} of people.`,
		note: `A typical title of yours is on ${formatRoughCount(members)} lists; on lists as long as yours, ${formatRoughCount(othersMembers)}.`,
		section: 'watching',
		unusual: fromMiddle(percentile),
	};
}

function dropping({ statuses }: ProfileFacts): Finding | null {
	const { completed, dropped, dropRate, dropRatePercentile } = statuses;
	const finding = { topic: 'Dropping', malId: null, section: 'watching' as const };
	if (dropRate === 1) {
		const text = 'You have dropped everything that you began.';
		return { ...finding, text, note: counted(dropped, 'title'), unusual: 1 };
	}
	// That next to nothing was dropped is usual: many never mark it.
	if (completed + dropped < LEAST_ENDED || dropRate === null || dropped < LEAST_DROPPED)
		return null;
	if (dropRatePercentile === null) return null;
	return {
		...finding,
		text:
			dropRatePercentile >= 0.5
				? `You drop more than ${peopleShare(dropRatePercentile)} of people.`
				: `You drop less than ${peopleShare(1 - dropRatePercentile)} of people.`,
		note: `${counted(dropped, 'title')}, ${formatShare(dropRate)} of those that you ended.`,
		unusual: fromMiddle(dropRatePercentile),
	};
}

/** The lists of others that this is held against have as many titles at least. */
const LEAST_LISTED = 20;
/** A short list is nothing to make much of. */
const SHORT_LIST = 0.3;

function size({ counts }: ProfileFacts): Finding | null {
	const { watched, listedPercentile } = counts;
	if (listedPercentile === null || watched === 0) return null;
	const finding = { topic: 'Size', malId: null, section: 'watching' as const };
	if (watched < LEAST_LISTED) {
		return {
			...finding,
			text: `${counted(watched, 'title')} watched: a list that has just begun.`,
			note: 'The more it holds, the more this page can say.',
			unusual: SHORT_LIST,
		};
	}
	const long = listedPercentile >= 0.5;
	return {
		...finding,
		text: long
			? `You have watched more than ${peopleShare(listedPercentile)} of people.`
			: `You have watched less than ${peopleShare(1 - listedPercentile)} of people.`,
		note: `${counted(watched, 'title')}, among people who keep a list.`,
		unusual: long ? fromMiddle(listedPercentile) : SHORT_LIST,
	};
}

function time({ time: { minutes, episodes } }: ProfileFacts): Finding | null {
	if (minutes <= 0) return null;
	return {
		topic: 'Time',
		malId: null,
		text: `You have watched for ${timeText(minutes)}.`,
		note: `${counted(episodes, 'episode')}, without a break.`,
		section: 'watching',
		// True of every list: it comes where little else does.
		unusual: 0.25,
	};
}

function age({ facets, counts }: ProfileFacts): Finding | null {
	const rows = facets.years;
	const own = middleYear(rows, ({ count }) => count);
	const others = middleYear(rows, ({ othersShare }) => othersShare ?? 0);
	if (own === null || others === null || counts.watched < LEAST_TITLES || own === others)
		return null;
	const apart = Math.abs(own - others);
	const side = own > others ? 'newer' : 'older';
	return {
		topic: 'Age',
		malId: null,
		text: `What you watch is ${counted(apart, 'year')} ${side} than usual.`,
		note: `Half of it came out in ${own} or later; for others, ${others}.`,
		section: 'years',
		unusual: Math.min(1, apart / FULL_YEARS),
	};
}
