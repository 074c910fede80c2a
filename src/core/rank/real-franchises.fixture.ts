import type { AnimeType } from '../catalogue/anime.ts';
import type { RelationKind } from '../catalogue/catalogue.ts';

/** A title of a franchise that exists: its MyAnimeList id, type and members, the latter in thousands. */
type Row = readonly [malId: number, franchise: string, type: AnimeType, thousands: number];
type Edge = readonly [from: number, kind: RelationKind, to: number];

/** Parts of well-known franchises in watch order. Ids, types and relations are those of MyAnimeList. */
const ROWS: readonly Row[] = [
	// Bakemonogatari, its recap, Nisemonogatari, Neko Kuro, Second Season, the first Kizu film, all recaps at once
	[5081, 'monogatari', 'TV', 1500],
	[6948, 'monogatari', 'TV Special', 53],
	[11597, 'monogatari', 'TV', 779],
	[15689, 'monogatari', 'TV Special', 593],
	[17074, 'monogatari', 'TV', 724],
	[9260, 'monogatari', 'Movie', 586],
	[36796, 'monogatari', 'TV Special', 29],
	// stay night, its summary, Zero and its second season, Unlimited Blade Works, its second season, Heaven's Feel I and II
	[356, 'fate', 'TV', 1010],
	[7559, 'fate', 'OVA', 46],
	[10087, 'fate', 'TV', 1613],
	[11741, 'fate', 'TV', 1203],
	[22297, 'fate', 'TV', 1184],
	[28701, 'fate', 'TV', 928],
	[25537, 'fate', 'Movie', 522],
	[33049, 'fate', 'Movie', 443],
	// Gundam, Zeta, Wing, SEED, SEED Destiny; the three films that tell Zeta anew
	[80, 'gundam', 'TV', 153],
	[85, 'gundam', 'TV', 89],
	[90, 'gundam', 'TV', 172],
	[93, 'gundam', 'TV', 187],
	[94, 'gundam', 'TV', 118],
	[1967, 'gundam', 'Movie', 15],
	[1968, 'gundam', 'Movie', 13],
	// the first two Precure, Splash Star, Fresh, an All Stars film
	[603, 'precure', 'TV', 62],
	[1929, 'precure', 'TV', 23],
	[1534, 'precure', 'TV', 16],
	[5684, 'precure', 'TV', 20],
	[5753, 'precure', 'Movie', 8],
	// Monster and its special of the beginning, told again: a single
	[19, 'monster', 'TV', 1347],
	[1109, 'monster', 'Special', 12],
	// Fullmetal Alchemist, its film, Brotherhood, its film
	[121, 'alchemist', 'TV', 1567],
	[430, 'alchemist', 'Movie', 349],
	[5114, 'alchemist', 'TV', 3713],
	[9135, 'alchemist', 'Movie', 199],
	// Isekai Quartet, a crossover of these and others
	[38472, 'quartet', 'TV', 419],
	[31240, 're-zero', 'TV', 2200],
	[30831, 'konosuba', 'TV', 2000],
];

const EDGES: readonly Edge[] = [
	[5081, 'summary', 6948],
	[5081, 'sequel', 11597],
	[15689, 'sequel', 5081],
	[9260, 'sequel', 15689],
	[11597, 'sequel', 17074],
	[5081, 'summary', 36796],
	[11597, 'summary', 36796],
	[17074, 'summary', 36796],
	[356, 'summary', 7559],
	[10087, 'sequel', 11741],
	[11741, 'sequel', 356],
	[356, 'alternative-version', 22297],
	[356, 'alternative-version', 25537],
	[22297, 'alternative-version', 25537],
	[22297, 'sequel', 28701],
	[11741, 'sequel', 25537],
	[25537, 'sequel', 33049],
	[80, 'sequel', 85],
	[80, 'spin-off', 90],
	[80, 'spin-off', 93],
	[93, 'sequel', 94],
	[85, 'alternative-version', 1967],
	[85, 'alternative-version', 1968],
	[1967, 'sequel', 1968],
	[603, 'sequel', 1929],
	[603, 'alternative-setting', 1534],
	[603, 'alternative-setting', 5684],
	[5684, 'spin-off', 5753],
	[19, 'summary', 1109],
	[121, 'sequel', 430],
	[121, 'alternative-version', 5114],
	[5114, 'side-story', 9135],
	[38472, 'character', 31240],
	[38472, 'character', 30831],
];

/** What `smallCatalogue` takes. */
export const realFranchises = {
	titles: ROWS.map(([malId, franchise, type, thousands]) => ({
		malId,
		franchise,
		type,
		members: thousands * 1000,
	})),
	edges: EDGES,
};
