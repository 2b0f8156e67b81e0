import type { FindingMessages } from '../en/finding.ts';
import { number } from './format.ts';

export const finding: FindingMessages = {
  field: '何をしますか？',
  list: 'コマンド',
  count: (count) => `${number(count)}件のコマンド`,
  none: 'この言葉に合うコマンドはありません。別の言葉で試してください。',
};
