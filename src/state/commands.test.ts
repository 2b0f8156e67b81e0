import { describe, expect, it } from 'vitest';
import { ANY, CLASSES } from '../core/classes.ts';
import type { Manifest } from '../protocol/manifest.ts';
import type { PaintRequest } from '../protocol/paintEngine.ts';
import { en } from '../ui/i18n/en.ts';
import { COMMAND_GROUPS, COMMANDS, commandOf, isPossible, runCommand } from './commands.ts';
import { TOOLS } from '../core/tools.ts';
import { INFO, resultOf, settled } from './testing/fakeEngine.ts';
import { CELLS, fakeStudio } from './testing/fakeStudio.ts';

describe('the table of commands', () => {
  it('gives a key to one command alone', () => {
    const keys = COMMANDS.flatMap((command) => [...command.keys]);
    expect(keys.length).toBeGreaterThan(30);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('leaves a single stray key nothing to destroy', () => {
    expect(commandOf('clear').keys.every((key) => key.startsWith('$mod'))).toBe(true);
  });

  it('matches tools by the place of their key, so that they stay on every keyboard', () => {
    for (const tool of TOOLS) expect(commandOf(tool).keys[0]).toMatch(/^Key[A-Z]$/);
  });

  it('has a name for every command, and a group that the help sheet shows', () => {
    for (const { id, group } of COMMANDS) {
      expect(en.commands[id]).not.toBe('');
      expect(COMMAND_GROUPS).toContain(group);
    }
    const names = COMMANDS.map(({ id }) => en.commands[id]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('reaches every command: all can be done in a page with a picture, stopped or running', async () => {
    const studio = fakeStudio();
    const reached = new Set<string>();
    const look = () => {
      for (const command of COMMANDS) if (isPossible(command, studio.store.getState())) reached.add(command.id);
    };
    look();
    studio.history.fill(1, 'fill');
    look();
    runCommand(studio, 'undo');
    look();
    await studio.startPainting();
    look();
    await studio.engine.answer('paint', resultOf(new Int16Array(CELLS).fill(-1, 4), false));
    studio.store.setState({ coverage: 'partial', selected: true, copied: true });
    look();
    studio.store.setState({ coverage: 'whole' });
    look();
    await studio.startPainting();
    await studio.engine.answer('paint', resultOf(new Int16Array(CELLS).fill(4), true));
    studio.store.setState({ hasBefore: true });
    studio.region.invert();
    studio.history.fill(2, 'fill');
    look();
    expect([...reached].toSorted()).toEqual(COMMANDS.map(({ id }) => id).toSorted());
  });

  it('paints with every class', () => {
    const studio = fakeStudio();
    for (const { id } of CLASSES) {
      expect(runCommand(studio, `class-${id}`)).toBe(true);
      expect(studio.store.getState().classId).toBe(id);
    }
    expect(studio.store.getState().classId).toBe(ANY);
  });

  it('does what it says to tools, layout and view', () => {
    const studio = fakeStudio();
    for (const tool of TOOLS) {
      runCommand(studio, tool);
      expect(studio.store.getState().tool).toBe(tool);
    }
    const { size } = studio.store.getState().brush;
    runCommand(studio, 'larger');
    expect(studio.store.getState().brush.size).toBeGreaterThan(size);
    studio.history.fill(3, 'fill');
    runCommand(studio, 'clear');
    expect(studio.document.layout.ids.every((id) => id === ANY)).toBe(true);
    runCommand(studio, 'undo');
    expect(studio.document.layout.ids.every((id) => id === 3)).toBe(true);
    runCommand(studio, 'zoom-in');
    runCommand(studio, 'zoom-fit');
    expect(studio.zooms).toEqual([1.25, 0]);
    runCommand(studio, 'help');
    expect(studio.store.getState().dialog).toBe('help');
  });

  it('does nothing that is not possible', () => {
    const studio = fakeStudio();
    for (const id of ['undo', 'redo', 'stop', 'go-on', 'save'] as const) expect(runCommand(studio, id)).toBe(false);
  });

  it('offers no part of a picture to a model that paints whole ones, and asks it for no guidance and no mood', async () => {
    const studio = fakeStudio();
    studio.store.setState({ mood: 1 });
    const manifest = { ...INFO.manifest, kind: 'sliding', moods: [] } as unknown as Manifest;
    void studio.painter.paint();
    await settled();
    await studio.engine.answer('inspect', { ...INFO, manifest });
    await studio.engine.answer('load');
    const { settings, mood } = studio.engine.latest('paint').request as PaintRequest;
    expect([settings.guidance, mood]).toEqual([1, 0]);
    expect(studio.store.getState().settings.guidance).toBeGreaterThan(1);
    for (const id of ['live', 'mark', 'candidates', 'repaint', 'again'] as const) {
      expect(runCommand(studio, id)).toBe(false);
    }
  });
});
