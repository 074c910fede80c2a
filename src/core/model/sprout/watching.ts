import type { ProfilePart } from './head.ts';
import type { SproutNetwork } from './network.ts';
import {
	fameOf,
	isRelated,
	PRESENCE_DEEP as DEEP,
	PRESENCE_FAME as FAME,
	PRESENCE_JOINT,
	presenceJoint,
} from './presence-features.ts';
import type { ProfileSummary } from './profile-summary.ts';

/** Types to a year in the keys of the cache. */
const TYPES_A_YEAR = 32;

/**
 * Output of the presence head by title, wide and deep score.
 *
 * Most titles are of franchises that the list does not touch and have no wide score above 0. Their features are
 * those of their year and type but for two, so what they have in common is multiplied once for each year and type.
 */
export function createWatching(
	{ titles, presenceHead }: Pick<SproutNetwork, 'titles' | 'presenceHead'>,
	profile: ProfileSummary,
	part: ProfilePart,
): (title: number, wide: number, deep: number) => number {
	const joint = new Float32Array(PRESENCE_JOINT);
	const bases = new Map<number, Float64Array>();
	const { year, type } = titles.facts;
	const baseOf = (title: number) => {
		const key = (year[title] ?? 0) * TYPES_A_YEAR + (type[title] ?? 0);
		const known = bases.get(key);
		if (known) return known;
		presenceJoint(titles, profile, title, 0, 0, joint, 0);
		const base = presenceHead.base(part, joint, DEEP, FAME);
		bases.set(key, base);
		return base;
	};
	return (title, wide, deep) => {
		if (wide <= 0 && !isRelated(titles, profile, title)) {
			const fame = fameOf(titles, profile, title);
			return presenceHead.outputFrom(baseOf(title), title, DEEP, deep, FAME, fame);
		}
		const isKin = presenceJoint(titles, profile, title, wide, deep, joint, 0);
		return presenceHead.output(title, part, joint, isKin);
	};
}
