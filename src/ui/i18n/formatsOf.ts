/** Numbers, sizes, times and dates as a language writes them. */
export interface Formats {
  readonly number: (value: number) => string;
  readonly decimal: (value: number) => string;
  /** A share as whole percents. */
  readonly share: (value: number) => string;
  /** How much of all is done, as whole percents; all of it where there is nothing to do. */
  readonly part: (done: number, total: number) => string;
  /** To a tenth of a percent, and never 100 % of what is less. */
  readonly preciseShare: (value: number) => string;
  /** Megabytes of a million bytes, as download sizes are given everywhere. */
  readonly bytes: (value: number) => string;
  readonly duration: (seconds: number) => string;
  /** "1 map", "2 maps": for languages with two forms at most. */
  readonly counted: (count: number, one: string, other: string) => string;
  /** Day and time. */
  readonly date: (milliseconds: number) => string;
  /** Hours and minutes. */
  readonly clock: (milliseconds: number) => string;
  /** One sentence after the other. */
  readonly sentences: (parts: readonly string[]) => string;
  /** "a, b and c" */
  readonly list: (parts: readonly string[]) => string;
}

/** @param locale BCP 47 */
export function formatsOf(locale: string): Formats {
  const integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const short = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const finePercent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const megabyte = unit(locale, 'megabyte', 'short', 0);
  const smallMegabyte = unit(locale, 'megabyte', 'short', 1);
  const second = unit(locale, 'second', 'long', 0);
  const minute = unit(locale, 'minute', 'long', 0);
  const plural = new Intl.PluralRules(locale);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const hours = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const all = new Intl.ListFormat(locale, { type: 'conjunction' });
  // After a full stop of full width there is no space.
  const between = /^(?:ja|zh)/.test(locale) ? '' : ' ';
  return {
    number: (value) => integer.format(value),
    decimal: (value) => short.format(value),
    share: (value) => percent.format(value),
    part: (done, total) => percent.format(total === 0 ? 1 : done / total),
    preciseShare: (value) => finePercent.format(value < 1 ? Math.min(value, 0.999) : value),
    bytes(value) {
      const size = value / 1e6;
      return (size < 9.95 ? smallMegabyte : megabyte).format(size);
    },
    duration(seconds) {
      const whole = Math.max(1, Math.round(seconds));
      if (whole < 60) return second.format(whole);
      const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
      return rest === 0 || minutes >= 10
        ? minute.format(Math.round(whole / 60))
        : `${minute.format(minutes)} ${second.format(rest)}`;
    },
    counted: (count, one, other) => `${integer.format(count)} ${plural.select(count) === 'one' ? one : other}`,
    date: (milliseconds) => day.format(milliseconds),
    clock: (milliseconds) => hours.format(milliseconds),
    list: (parts) => all.format(parts),
    sentences: (parts) => parts.join(between),
  };
}

function unit(locale: string, name: string, unitDisplay: 'short' | 'long', digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay, maximumFractionDigits: digits });
}
