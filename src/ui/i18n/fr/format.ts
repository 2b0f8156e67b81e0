import { formatsOf } from '../formatsOf.ts';

export const formats = formatsOf('fr');
export const { number, decimal, share, part, preciseShare, bytes, duration, counted, date, clock, list } = formats;
