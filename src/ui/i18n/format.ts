const LOCALE = 'en';

const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });
const megabyte = new Intl.NumberFormat(LOCALE, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 });
const smallMegabyte = new Intl.NumberFormat(LOCALE, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
const second = new Intl.NumberFormat(LOCALE, { style: 'unit', unit: 'second', unitDisplay: 'long' });
const minute = new Intl.NumberFormat(LOCALE, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
const percent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 });
const finePercent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 });
const plural = new Intl.PluralRules(LOCALE);

export const number = (value: number) => whole.format(value);
export const decimal = (value: number) => short.format(value);
export const share = (value: number) => percent.format(value);
/** To a tenth of a percent, and never 100 % of what is less. */
export const preciseShare = (value: number) => finePercent.format(value < 1 ? Math.min(value, 0.999) : value);

/** Megabytes of a million bytes, as download sizes are given everywhere. */
export function bytes(value: number): string {
  const size = value / 1e6;
  return (size < 9.95 ? smallMegabyte : megabyte).format(size);
}

export function duration(seconds: number): string {
  if (seconds < 59.5) return second.format(Math.max(1, Math.round(seconds)));
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds - 60 * minutes);
  return rest === 0 || minutes >= 10
    ? minute.format(Math.round(seconds / 60))
    : `${minute.format(minutes)} ${second.format(rest)}`;
}

export function counted(count: number, one: string, other: string): string {
  return `${whole.format(count)} ${plural.select(count) === 'one' ? one : other}`;
}
