import { formatsOf } from '../formatsOf.ts';

export const formats = formatsOf('es');
export const { number, decimal, share, preciseShare, bytes, duration, counted, date, clock, list } = formats;
