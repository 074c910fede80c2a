import { describe, expect, it } from 'vitest';
import { agreementWords, standing } from './compare-words.ts';

describe('agreement in words', () => {
	it('is none where too few titles tell', () => {
		expect(agreementWords(null, 0).text).toMatch(/both scored no titles/);
		expect(agreementWords(null, 1).text).toMatch(/both scored one title\./);
		expect(agreementWords(null, 4)).toMatchObject({ heading: 'Too few titles to tell' });
	});

	it.each([
		[0.9, 'You judge very much alike'],
		[0.4, 'You judge alike'],
		[0.2, 'You agree a little'],
		[0, 'Your scores have no common pattern'],
		[-0.5, 'You tend to disagree'],
		[null, 'One of you scores everything the same'],
	])('of a correlation of %j is "%s"', (correlation, heading) => {
		const words = agreementWords({ correlation, meanGap: 0.184, rough: false }, 40);
		expect(words.heading).toBe(heading);
		expect(words.text).toMatch(/18 places of 100 apart/);
	});

	it('says of few titles that they are a hint', () => {
		const agreement = { correlation: 1, meanGap: 0, rough: true };
		expect(agreementWords(agreement, 6).text).toMatch(/only 6 titles.*hint/);
	});
});

describe('the standing of a score', () => {
	it.each([
		[0.995, 'top 1%'],
		[0.9, 'top 10%'],
		[0.5, 'top 50%'],
		[0.25, 'bottom 25%'],
		[0, 'bottom 1%'],
	])('%d is %s', (percentile, words) => {
		expect(standing(percentile)).toBe(words);
	});
});
