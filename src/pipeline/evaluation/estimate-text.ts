import type { Estimate } from '#core/metrics/bootstrap.ts';

/** A share as `.6099`. */
export function share(value: number): string {
	return value.toFixed(4).replace(/^(-?)0\./, '$1.');
}

/** A mean with its interval, as `.6099 (.5968–.6225)`. */
export function withInterval({ mean, low, high }: Estimate): string {
	return `${share(mean)} (${share(low)}–${share(high)})`;
}

/** A difference, in bold where its interval leaves zero out. */
export function difference({ mean, low, high }: Estimate): string {
	const text = `${mean < 0 ? '−' : '+'}${share(Math.abs(mean))}`;
	const range = `${share(low).replace('-', '−')} to ${share(high).replace('-', '−')}`;
	return low > 0 || high < 0 ? `**${text}** (${range})` : `${text} (${range})`;
}
