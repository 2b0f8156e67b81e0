import type { Quantity } from '../../../state/measurement/measurement.ts';
import type { MeasurementMessages } from '../en/measurement.ts';
import { decimal, number, preciseShare } from './format.ts';

const NAMES: Record<Quantity, string> = { entropy: 'エントロピー', surprise: '意外度' };

/** To a hundredth: finer differences mean nothing to anyone. */
const nats = (value: number) => `${decimal(value)} nat`;
const place = (row: number, column: number) => `${number(row + 1)}行目、${number(column + 1)}列目`;

/** Words of what the model thinks of a picture. */
export const measurement: MeasurementMessages = {
  heading: 'モデルの考え',
  description:
    '矢印キーでセルを1つずつ、Shiftを押しながらだと4つずつ移動します。Enterを押すと、モデルがそこで検討したコードが表示され、' +
    '別のコードに替えられます。',
  quantity: '色の意味',
  quantities: NAMES,
  note: {
    entropy: 'モデルがトークンを選ぶ前に、どれだけ迷ったかを表します。暗い所ほど迷っていません。',
    surprise: '選ばれたトークンが、どれだけ意外だったかを表します。明るい所ほどモデルの予想外です。',
  } satisfies Record<Quantity, string>,
  legend: (quantity: Quantity) => `${NAMES[quantity]}の色（単位はnat）`,
  most: (value: number) => `${number(value)} nat以上`,
  unit: 'nat',
  hint: 'セルを指すと数値が出ます。クリックすると別のコードに替えられます。',
  place,
  numbers: (at: string, entropy: number, surprise: number, probability: number) =>
    `${at}：エントロピー ${nats(entropy)}、意外度 ${nats(surprise)}（${preciseShare(probability)}）`,
  entropy: (value: number) => `エントロピー ${nats(value)}`,
  surprise: (value: number, probability: number) => `意外度 ${nats(value)}（${preciseShare(probability)}）`,
  stale: '測ったあとに絵が変わりました。',
  measure: '測り直す',
  measuring: 'すべてのトークンを調べています…',
  follow: '続きも描き直す',
  followNote: '選んだコードより後にあり、その影響を受けるセルも描き直します。',
  card: (row: number, column: number) => `有力なコード：${place(row, column)}`,
  share: preciseShare,
  code: (rank: number, probability: number, isThere: boolean) =>
    `コード ${number(rank)}：${preciseShare(probability)}${isThere ? '、使用中' : ''}`,
  press: 'セルをクリックすると選べます',
  letGo: 'コードを閉じる',
  done: '完了',
};
