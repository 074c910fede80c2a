import { goto } from '$app/navigation';
import { page } from '$app/state';

/**
 * Takes the address along with what the visitor does, once that is painted: the router measures the page to remember
 * where it was scrolled, and a slow phone would do so before it shows anything.
 *
 * @param hrefOf what stands behind the path, of the state as a query
 */
export function createAddressFollower(hrefOf: (search: string) => string = (search) => search) {
	return (search: string, how: 'push' | 'replace'): void => {
		const { pathname } = page.url;
		requestAnimationFrame(() =>
			setTimeout(() => {
				// Whoever has left meanwhile is not called back.
				if (page.url.pathname !== pathname) return;
				void goto(pathname + hrefOf(search), { replace: how === 'replace', reset: false });
			}),
		);
	};
}
