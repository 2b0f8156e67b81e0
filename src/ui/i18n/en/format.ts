import { formatsOf } from '../formatsOf.ts';

// Day before month, and 24 hours.
export const formats = formatsOf('en-GB');
export const { number, decimal, share, part, preciseShare, bytes, duration, counted, date, clock, list } = formats;
