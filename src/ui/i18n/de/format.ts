import { formatsOf } from '../formatsOf.ts';

export const formats = formatsOf('de');
export const { number, decimal, share, preciseShare, bytes, duration, counted, date, clock, list } = formats;
