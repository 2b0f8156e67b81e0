import type { FindingMessages } from '../en/finding.ts';
import { number } from './format.ts';

export const finding: FindingMessages = {
  field: '想做什么？',
  list: '命令',
  count: (count) => `${number(count)} 个命令`,
  none: '没有匹配的命令，换个词试试。',
};
