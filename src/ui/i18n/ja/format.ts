import { formatsOf, type Formats } from '../formatsOf.ts';

const common = formatsOf('ja');

export const formats: Formats = {
  ...common,
  // "3分20秒": Intl sets the units apart, Japanese text does not.
  duration: (seconds) => common.duration(seconds).replaceAll(/\s/g, ''),
};
export const { number, decimal, share, part, preciseShare, bytes, duration, counted, date, clock, list } = formats;
