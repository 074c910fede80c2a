import type { ListSite } from '#core/profile/site-list.ts';
import type { MissedList, UnknownSite } from '#core/profile/site-user.ts';
import type { BundleUrls } from '#server/bundle-urls.ts';
import type { Services } from '#server/services.ts';

declare global {
	namespace App {
		interface Locals {
			services: Services;
		}
		/** What the outermost layout gives every page. */
		interface PageData {
			listSitesOn: readonly ListSite[];
			postersReachable: boolean;
			bundle: BundleUrls;
		}
		interface Error {
			message: string;
			/** Finds the whole error in the log. */
			errorId?: string;
			/** A site gave no list. */
			missedList?: MissedList;
			unknownSite?: UnknownSite;
		}
	}
}
