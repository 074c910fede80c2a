/** What stands in `format` of Sprout's own JSON; see docs/list-format.md. */
export const SPROUT_FORMAT = 'sprout-list';
export const SPROUT_VERSION = 1;

/** Columns of Sprout's own table, in the order in which they are written. */
export const SPROUT_COLUMNS = ['mal_id', 'title', 'score', 'status'] as const;
