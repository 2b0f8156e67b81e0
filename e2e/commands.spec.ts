import { en } from '../src/ui/i18n/en.ts';
import { CommandsDialog } from './fixtures/commandsDialog.ts';
import { startsWith } from './fixtures/names.ts';
import { expect, test } from './fixtures/test.ts';
import { expectAccessible } from './fixtures/watch.ts';

const MIDDLE = { x: 0, y: 0 };

test('a command is found by any word for it and run with the keyboard, and the focus comes back', async ({ open }) => {
  const { page, layout } = await open();
  const commands = new CommandsDialog(page);
  await layout.canvas.focus();
  await commands.find('dune');
  await expect(commands.chosen).toContainText(en.commands['class-10']);
  await page.keyboard.press('Enter');
  await expect(commands.dialog).toBeHidden();
  await expect(layout.canvas).toBeFocused();
  await page.keyboard.press('b');
  await page.keyboard.press('Enter');
  await layout.expectClass(MIDDLE, 'sand');

  // From within a field, too; the arrows go round.
  await page.getByRole('button', { name: startsWith(en.settings.format) }).focus();
  await commands.find('BRUSH');
  await expect(commands.chosen).toContainText(en.commands.brush);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await expect(commands.chosen).toContainText(en.commands.brush);
  await page.keyboard.press('ArrowDown');
  await expect(commands.chosen).not.toHaveText(startsWith(`${en.commands.brush} `));
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(commands.dialog).toBeHidden();

  // What a key does while it is held goes on until the next press.
  const compare = page.getByRole('button', { name: en.commands.compare });
  await commands.find('difference');
  await page.keyboard.press('Enter');
  await expect(compare).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Shift');
  await expect(compare).toHaveAttribute('aria-pressed', 'false');
});

test('what is not possible now is shown and cannot be run, and what opens another dialog does', async ({ open }) => {
  const { page, dialogs } = await open();
  const commands = new CommandsDialog(page);
  await page.getByRole('button', { name: en.header.more, exact: true }).click();
  await page.getByRole('button', { name: startsWith(en.commands.find) }).click();
  await expect(commands.field).toBeFocused();
  await commands.field.fill('redo');
  await expect(commands.chosen).toContainText(en.commands.redo);
  await expect(commands.chosen).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  await commands.chosen.click({ force: true });
  await expect(commands.dialog).toBeVisible();
  await commands.field.fill('no such thing');
  await expect(commands.options).toHaveCount(0);
  await expect(commands.dialog.getByRole('status').getByText(en.finding.none)).toBeVisible();
  await commands.field.fill('hotkeys');
  await commands.option('help').click();
  await expect(dialogs.dialog('help')).toBeVisible();
  await expect(commands.dialog).toBeHidden();
  await dialogs.close('help');
});
