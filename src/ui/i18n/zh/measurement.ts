import type { MeasurementMessages } from '../en/measurement.ts';
import type { Quantity } from '../../../state/measurement/measurement.ts';
import { decimal, number, preciseShare } from './format.ts';

const NAMES: Record<Quantity, string> = { entropy: '熵', surprise: '意外度' };

/** To a hundredth: finer differences mean nothing to anyone. */
const nats = (value: number) => `${decimal(value)} nat`;
const place = (row: number, column: number) => `第 ${number(row + 1)} 行，第 ${number(column + 1)} 列`;

/** Words of what the model thinks of a picture. */
export const measurement: MeasurementMessages = {
  heading: '模型的想法',
  description:
    '方向键在格子间移动，按住 Shift 一次移动四格。按 Enter 显示模型在这一格考虑过的编码，你可以换用其中一个。',
  quantity: '颜色表示',
  quantities: NAMES,
  note: {
    entropy: '模型选每个 token 之前有多犹豫。深色：很有把握。',
    surprise: '选中的 token 有多出人意料。浅色：模型没料到。',
  },
  legend: (quantity: Quantity) => `${NAMES[quantity]}的颜色，单位 nat`,
  most: (value: number) => `${number(value)} nat 及以上`,
  unit: 'nat',
  hint: '指向一个格子查看，点击可换编码。',
  place,
  numbers: (at: string, entropy: number, surprise: number, probability: number) =>
    `${at}：熵 ${nats(entropy)}，意外度 ${nats(surprise)}（${preciseShare(probability)}）`,
  entropy: (value: number) => `熵 ${nats(value)}`,
  surprise: (value: number, probability: number) => `意外度 ${nats(value)}：${preciseShare(probability)}`,
  stale: '图片在那之后有改动。',
  measure: '重新测量',
  measuring: '正在查看每个 token…',
  follow: '重绘后续格子',
  followNote: '排在所换编码之后、受它影响的格子会重新绘制。',
  card: (row: number, column: number) => `最可能的编码：${place(row, column)}`,
  share: preciseShare,
  code: (rank: number, probability: number, isThere: boolean) =>
    `编码 ${number(rank)}：${preciseShare(probability)}${isThere ? '，图片正在使用' : ''}`,
  press: '点击格子即可换编码',
  letGo: '关闭编码',
  done: '完成',
};
