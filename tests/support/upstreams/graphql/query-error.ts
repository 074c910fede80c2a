/** A query that the server refuses; the message says why. */
export class QueryError extends Error {}
