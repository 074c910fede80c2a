/** The list is on the visitor's device: a server could only draw an empty page. */
export const ssr = false;
