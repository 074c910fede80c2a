const V4_IN_V6 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const NETWORK_GROUPS = 4;
const GROUPS = 8;

/**
 * What stands for a client: its IPv4 address, or the first 64 bits of its IPv6 address, since whoever has one
 * address of such a network has them all.
 */
export function clientKey(address: string): string {
	const v4 = V4_IN_V6.exec(address)?.[1];
	if (v4 !== undefined) return v4;
	if (!address.includes(':')) return address;
	const [head = '', tail] = address.toLowerCase().split('::');
	const before = head === '' ? [] : head.split(':');
	const after = tail ? tail.split(':') : [];
	// `::` stands for as many groups of zeros as are missing.
	const zeros = Array.from(
		{ length: Math.max(0, GROUPS - before.length - after.length) },
		() => '0',
	);
	return [...before, ...zeros, ...after].slice(0, NETWORK_GROUPS).join(':');
}
