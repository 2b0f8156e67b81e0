import type { HistoryMessages } from '../en/history.ts';
import { clock, number } from './format.ts';

/** Words of the history's tree. */
export const history: HistoryMessages = {
  heading: '历史',
  note: '可以回到任何一步。从那里接着画会开出新的分支，什么都不会丢。最近的历史会随图片一起存储。',
  beginning: '起点',
  now: '当前',
  gestures: (count: number, all: 'strokes' | 'changes') =>
    all === 'strokes' ? `${number(count)} 笔` : `${number(count)} 处改动`,
  noPicture: '无图片',
  unfinished: '未完成',
  seed: (seed: number) => `种子 ${seed}`,
  time: clock,
};
