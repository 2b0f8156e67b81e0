import { counted } from './format.ts';

/** Words of finding a command. */
export const finding = {
  field: 'What do you want to do?',
  list: 'Commands',
  count: (count: number) => counted(count, 'command', 'commands'),
  none: 'No command has these words. Try another one.',
};

export type FindingMessages = typeof finding;
