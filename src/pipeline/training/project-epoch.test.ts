import { expect, it } from 'vitest';
import { projectEpoch } from './project-epoch.ts';

it('projects the measured speed onto 1.5 million profiles', () => {
	// 1,500,000 / 2,500 = 600 s
	expect(projectEpoch(2500)).toMatch(/1\.5 million profiles would take 10 min 00 s, at the 2,500 /);
});
