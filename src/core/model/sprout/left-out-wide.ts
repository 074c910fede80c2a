import type { ModelInput } from '../recommender.ts';
import { isRated, presenceSums, ratingSums, type SproutNetwork } from './network.ts';
import type { ProfileSummary } from './profile-summary.ts';

/** What the wide parts say of a list without one of its entries. `without` is the entry, or −1 for the whole list. */
export interface LeftOutWide {
	/** Presence score of a title. */
	scoreOf(title: number, without: number): number;
	/** Sum of the surprises of the scored entries, as the list that is left sees them. */
	residualOf(title: number, profile: Normalising, without: number): number;
	/** Both for some titles; valid until the next call. */
	select(titles: Int32Array): (profile: Normalising, without: number) => SelectedWide;
}

/** In the order of the titles. */
interface SelectedWide {
	readonly scores: Float64Array;
	readonly residuals: Float64Array;
}

type Normalising = Pick<ProfileSummary, 'slope' | 'intercept' | 'offset'>;

/** What the whole list says of one title; the rating sums by score, by 1 and by what is usual for each title. */
interface TitleSums {
	readonly presence: number;
	readonly byScore: number;
	readonly byOne: number;
	readonly byBias: number;
}

/** Sums up the whole list once. */
export function createLeftOutWide(network: SproutNetwork, input: ModelInput): LeftOutWide {
	const { titles, presence, rating } = network;
	const { bias } = titles.facts;
	const { learnedCount } = titles;
	const watched = presenceSums(network, input);
	const byScore = ratingSums(network, input, (k) => input.scores[k] ?? 0);
	const byOne = ratingSums(network, input, () => 1);
	const byBias = ratingSums(network, input, (k) => bias[input.items[k] ?? 0] ?? 0);
	const sumsOf = (title: number): TitleSums => ({
		presence: presence.scoreOf(watched, title),
		byScore: rating.scoreOf(byScore, title),
		byOne: rating.scoreOf(byOne, title),
		byBias: rating.scoreOf(byBias, title),
	});
	const scoreFrom = (sums: TitleSums, title: number, without: number) => {
		const entry = input.items[without] ?? learnedCount;
		return sums.presence - (entry < learnedCount ? presence.partOf(title, entry) : 0);
	};
	const residualFrom = (
		sums: TitleSums,
		title: number,
		{ slope, intercept, offset }: Normalising,
		without: number,
	) => {
		const shift = intercept - offset;
		const residual = slope * sums.byScore + shift * sums.byOne - sums.byBias;
		if (without < 0 || !isRated(titles, input, without)) return residual;
		const entry = input.items[without] ?? 0;
		const own = slope * (input.scores[without] ?? 0) + shift - (bias[entry] ?? 0);
		return residual - own * rating.partOf(title, entry);
	};
	return {
		scoreOf: (title, without) => scoreFrom(sumsOf(title), title, without),
		residualOf: (title, profile, without) => residualFrom(sumsOf(title), title, profile, without),
		select(selected) {
			const sums = Array.from(selected, sumsOf);
			const scores = new Float64Array(selected.length);
			const residuals = new Float64Array(selected.length);
			return (profile, without) => {
				sums.forEach((own, j) => {
					const title = selected[j] ?? 0;
					scores[j] = scoreFrom(own, title, without);
					residuals[j] = residualFrom(own, title, profile, without);
				});
				return { scores, residuals };
			};
		},
	};
}
