/**
 * Whether the names of a list's titles are there: only when they are does a title without a name mean
 * that the catalogue lacks it.
 */
export type Naming = 'loading' | 'done' | 'failed';
