import type { TitleDetails } from '../catalogue/title-details.ts';
import type { AnimeCard, SimilarAnswer } from './answer.ts';
import type { Audience } from './audience.ts';
import type { WatchOrder } from './watch-order.ts';

/** What the page of a title shows. */
export interface TitlePage {
	readonly card: AnimeCard;
	readonly synonyms: readonly string[];
	readonly order: WatchOrder;
	/** Null where the ranking is too busy to say. */
	readonly similar: SimilarAnswer | null;
	/** Null where the model knows of none. */
	readonly audience: NamedAudience | null;
	/** Null where they can't be had just now. */
	readonly details: TitleDetails | null;
}

/** An audience with the facts of the titles that it names. */
export interface NamedAudience extends Audience {
	readonly anime: readonly AnimeCard[];
}
