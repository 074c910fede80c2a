import { formatSeconds } from '../terminal.ts';

/** Profiles that a training on everything public would have. */
const PROJECTED_PROFILES = 1_500_000;

/**
 * Says how long an epoch over 1.5 million profiles would take at a measured speed.
 *
 * It holds for profiles as long as those measured, and for data that is read as fast as it is learned from.
 *
 * @param profilesPerS of one thread, as a step measured it; over 0
 */
export function projectEpoch(profilesPerS: number): string {
	const millions = (PROJECTED_PROFILES / 1e6).toFixed(1);
	const speed = Math.round(profilesPerS).toLocaleString('en');
	const time = formatSeconds(PROJECTED_PROFILES / profilesPerS);
	return `One epoch over ${millions} million profiles would take ${time}, at the ${speed} profiles/s measured here on one thread.`;
}
