import { defineParams } from '@sveltejs/kit/params';
import { LIST_SITES } from '#core/profile/site-list.ts';

/** What brackets with `=` in the names of routes let through. */
export const params = defineParams({
	site: (param) => LIST_SITES.find((site) => site === param),
});
