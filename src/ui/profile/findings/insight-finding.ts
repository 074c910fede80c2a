import type { ProfileInsights } from '#core/analytics/profile-analytics.ts';
import { formatShare } from '#ui/shared/format-number.ts';
import { groupName } from '../words/insight-words.ts';
import { counted, distanceText, meanText } from '../words/numbers.ts';
import { strongest, type Finding } from './finding.ts';

/** A score this far from what was expected is worth a word. */
const LEAST_SURPRISE = 15;
const FULL_SURPRISE = 60;
/** One entry that moves this share of the recommendations is as unusual as it gets. */
const FULL_IMPACT = 0.25;

/**
 * The strongest thing that the model sees; of a list that it knows nothing of, just that.
 *
 * @param told what is said already: no title has a say twice
 */
export function insightFinding(
	insights: ProfileInsights,
	titleOf: (malId: number) => string,
	told: readonly Finding[] = [],
): Finding {
	const titles = new Set(told.map(({ malId }) => malId));
	const found = [surprise(insights), impact(insights), groups(insights, titleOf), hit(insights)]
		.filter((finding) => finding !== null)
		.filter(({ malId }) => malId === null || !titles.has(malId));
	const [best] = strongest(found, 1);
	return best ?? NOTHING;
}

const NOTHING: Finding = {
	topic: 'Sprout',
	malId: null,
	text: 'Sprout can’t say more of so short a list.',
	note: 'Each title that you add tells it something.',
	section: 'known',
	unusual: 0,
};

function surprise({ surprising }: ProfileInsights): Finding | null {
	const [first] = surprising;
	if (first === undefined || first.score === null || first.difference === null) return null;
	const distance = Math.abs(first.difference);
	if (distance < LEAST_SURPRISE) return null;
	return {
		topic: 'Surprise',
		malId: first.malId,
		text: `You gave it ${first.score / 10}; the rest of your list says ${meanText(first.predicted)}.`,
		note: 'No score of yours surprises Sprout more.',
		section: 'ratings',
		unusual: Math.min(1, distance / FULL_SURPRISE),
	};
}

function impact({ impactful }: ProfileInsights): Finding | null {
	const [first] = impactful;
	if (first === undefined || impactful.length < 3) return null;
	return {
		topic: 'Impact',
		malId: first.malId,
		text: `${formatShare(first.impact)} of what moves your recommendations is this one title.`,
		note: 'Without it they would change most.',
		section: 'ratings',
		unusual: Math.min(1, first.impact / FULL_IMPACT),
	};
}

function groups({ clusters }: ProfileInsights, titleOf: (malId: number) => string): Finding | null {
	const [largest] = clusters?.groups ?? [];
	const count = clusters?.groups.length ?? 0;
	if (largest === undefined || count < 2) return null;
	return {
		topic: 'Tastes',
		malId: null,
		text: `Your list falls into ${count} tastes.`,
		note: `The largest: ${groupName(largest, titleOf)}, with ${counted(largest.count, 'title')}.`,
		section: 'groups',
		unusual: 0.5,
	};
}

function hit({ knowledge: { scores } }: ProfileInsights): Finding | null {
	if (scores === null || scores.gain.low <= 0) return null;
	return {
		topic: 'Known',
		malId: null,
		text: `Sprout guesses your scores to within ${distanceText(scores.error)}.`,
		note: `A plain guess misses by ${distanceText(scores.baselineError)}.`,
		section: 'known',
		unusual: Math.min(1, (2 * scores.gain.value) / scores.baselineError),
	};
}
