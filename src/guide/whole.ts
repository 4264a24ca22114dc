/** Beyond this many pages the whole guide on one page would serve nobody, so it is not made. */
export const WHOLE_GUIDE_AT_MOST = 60;
