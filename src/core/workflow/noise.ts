/** What fewer than this share of the sessions do that could do it is an exception, and no part of the workflow. */
export const NOISE = 0.05;
