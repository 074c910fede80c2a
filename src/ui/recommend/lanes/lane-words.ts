import type { Lane, LaneItem, LaneKind, LaneReason } from '#core/rank/lanes/lane.ts';
import { formatRoughCount } from '#ui/shared/format-number.ts';
import { similarWords } from '../list/similar-words.ts';
import { capitalise, whyWords } from '../list/why.ts';

/** Heading of a lane; the title that it goes out from, if any, follows it. */
export function laneHeading({ kind, about }: Pick<Lane, 'kind' | 'about'>): string {
	if (about !== null) return capitalise(whyWords({ reason: about.reason, sign: 1 }));
	return HEADINGS[kind];
}

const HEADINGS: Readonly<Record<LaneKind, string>> = {
	next: 'Next in your franchises',
	planned: 'From your plans',
	season: 'This season and coming up',
	because: 'Because of your list',
	films: 'Films',
	gems: 'Hidden gems',
	outside: 'Outside your bubble',
};

/** What a lane is, where its heading does not say it all. */
export const LANE_NOTES: Readonly<Partial<Record<LaneKind, string>>> = {
	next: 'what goes on with stories you have begun',
	planned: 'those you would like most come first',
	gems: 'known to few, and those few like them',
	outside: 'good matches of kinds you hardly watch',
};

/** What one lane of the main list is called when it is shown whole. */
export const SHOW_ALL: Readonly<Partial<Record<LaneKind, string>>> = {
	season: 'Show all that airs or is to come',
	films: 'Show all films',
	gems: 'Show all lesser known titles',
};

/** Why a title stands in its lane, in a word or two. */
export function laneWhy(
	{ reason, strength }: Pick<LaneItem, 'reason' | 'strength'>,
	nameOf: (malId: number) => string,
): string {
	switch (reason.kind) {
		case 'next':
			return `${PLACES[reason.place]} ${nameOf(reason.seen)}`;
		case 'planned':
			return `On your plans · ${strength} match`;
		case 'alike':
			return alike(reason);
		case 'season':
			return [
				releaseWords(reason),
				...(reason.after === null ? [] : [`after ${nameOf(reason.after)}`]),
			].join(' · ');
		case 'film':
			return `${capitalise(strength)} match`;
		case 'little-known':
			return `On ${formatRoughCount(reason.members)} lists`;
		case 'unfamiliar':
			return reason.count === 0
				? `${reason.tag}: none on your list`
				: `${reason.tag}: ${reason.count} on your list`;
	}
}

const PLACES = { after: 'After', before: 'Before', beside: 'Goes with' } as const;

/** A tile has two short lines: what is shared says more than how it was found. */
function alike({ reasons, shared }: Extract<LaneReason, { kind: 'alike' }>): string {
	const subjects = shared.filter(({ kind }) => kind === 'subject').slice(0, 2);
	return similarWords(
		subjects.length > 0
			? { reasons: [], shared: subjects }
			: { reasons: reasons.slice(0, 1), shared },
	);
}

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
] as const;

/** "Starts January 2027", "Since October 2026"; the days of catalogues are often guesses. */
function releaseWords({ upcoming, startDate }: Extract<LaneReason, { kind: 'season' }>): string {
	const [year, month] = startDate?.split('-') ?? [];
	const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
	const when = [name, year].filter((part) => part !== undefined).join(' ');
	if (when === '') return upcoming ? 'Announced, not dated yet' : 'Airing now';
	return upcoming ? `Starts ${when}` : `Since ${when}`;
}
