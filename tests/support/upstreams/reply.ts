/** What a request asks, as far as the sites care. */
export interface UpstreamRequest {
	readonly method: string;
	/** Whole address, with the host that the client used. */
	readonly url: URL;
	/** Path below the site's own address, with its leading slash. */
	readonly path: string;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: string;
}

/** What a request was for; only `list` requests meet a user's behaviour. */
type Purpose = 'list' | 'user' | 'titles' | 'other';

/** What a site says, before anything goes wrong on its way. */
export interface Reply {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	/** Sent as JSON. */
	readonly body: unknown;
	readonly purpose: Purpose;
	/** Whose list it was, as typed. */
	readonly userName?: string;
}
