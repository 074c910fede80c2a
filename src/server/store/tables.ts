/** Lists as they came from their sites. */
interface CachedListTable {
	site: string;
	/** Lower-cased: sites tell names apart by their letters alone. */
	name: string;
	/** Milliseconds since 1970. */
	fetched_at: number;
	/** Length of the payload. */
	bytes: number;
	/** JSON of the list, gzip'd: see packed-list.ts. */
	payload: Uint8Array;
}

/** Details of titles, none of a visitor. */
interface TitleDetailsTable {
	mal_id: number;
	/** Milliseconds since 1970. */
	fetched_at: number;
	/** JSON; null where the title is known to have no details. */
	details: string | null;
}

/** Everything that is stored, in SQLite and in PostgreSQL alike. */
export interface Tables {
	cached_list: CachedListTable;
	title_details: TitleDetailsTable;
}
