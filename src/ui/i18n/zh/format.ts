import { formatsOf, type Formats } from '../formatsOf.ts';

const locale = formatsOf('zh-CN');

/** As it is said: "1 分 20 秒", where Intl would make "1分钟 20秒钟" of it. */
function inWords(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} 秒`;
  const minutes = Math.floor(whole / 60);
  const rest = whole % 60;
  return rest === 0 || minutes >= 10 ? `${locale.number(Math.round(whole / 60))} 分钟` : `${minutes} 分 ${rest} 秒`;
}

export const formats: Formats = { ...locale, duration: inWords };
export const { number, decimal, share, part, preciseShare, bytes, duration, counted, date, clock, list } = formats;
