import type { HistoryMessages } from '../en/history.ts';
import { clock, number } from './format.ts';

/** Words of the history's tree. */
export const history: HistoryMessages = {
  heading: '履歴',
  note: 'どの時点にも戻れます。そこから先は新しい枝になるので、何も失われません。履歴のうち新しい部分は、絵と一緒に保存されます。',
  beginning: '開始',
  now: '現在',
  gestures: (count: number, all: 'strokes' | 'changes') =>
    all === 'strokes' ? `ストローク${number(count)}回` : `変更${number(count)}回`,
  noPicture: '絵なし',
  unfinished: '描きかけ',
  seed: (seed: number) => `シード ${seed}`,
  time: clock,
};
