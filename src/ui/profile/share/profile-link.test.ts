import { expect, it } from 'vitest';
import { OWN_LIST_LINK, userProfileLink } from './profile-link.ts';

it('a link to pass on holds no list', () => {
	expect(userProfileLink({ site: 'mal', name: 'Zoë ミカ' }).path).toBe(
		'/user/mal/Zo%C3%AB%20%E3%83%9F%E3%82%AB/profile',
	);
	expect(OWN_LIST_LINK.path).toBe('/');
});
