import { findByWords } from '../../core/wordSearch.ts';
import { COMMANDS, type Command } from '../../state/commands.ts';
import type { CommandWords } from '../i18n/en/commandWords.ts';
import type { Messages } from '../i18n/messages.ts';

/** The commands that have the words that were typed, in the language of the page, the best first. */
export function foundCommands(
  typed: string,
  { commands, commandGroups }: Messages,
  further: CommandWords | undefined,
): readonly Command[] {
  return findByWords(typed, COMMANDS, ({ id, group }) => ({
    name: commands[id],
    words: further?.[id] ?? '',
    group: commandGroups[group],
  }));
}
