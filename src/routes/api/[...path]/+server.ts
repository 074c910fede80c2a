import type { RequestHandler } from './$types';
import { apiFailure } from '#server/api/failures.ts';

/** What the API does not have: an error of its shape instead of a page. */
export const fallback: RequestHandler = () => apiFailure('not-found');
