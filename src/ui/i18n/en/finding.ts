import { counted } from './format.ts';

/** Words of finding a command. */
export interface FindingMessages {
  readonly field: string;
  readonly list: string;
  readonly count: (count: number) => string;
  readonly none: string;
}

export const finding: FindingMessages = {
  field: 'What do you want to do?',
  list: 'Commands',
  count: (count) => counted(count, 'command', 'commands'),
  none: 'No command has these words. Try another one.',
};
