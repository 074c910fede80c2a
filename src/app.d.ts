import type { Services } from '#server/services.ts';

declare global {
	namespace App {
		interface Locals {
			services: Services;
		}
		interface Error {
			message: string;
			/** Finds the whole error in the log. */
			errorId?: string;
		}
	}
}
