import { describe, expect, it } from 'vitest';
import { apisOf } from '../scripts/floors/apis.mjs';
import { entryAt, lackedBy } from '../scripts/floors/compat.mjs';
import { usedByScripts } from '../scripts/floors/usedByScripts.mjs';
import { usedByStyles } from '../scripts/floors/usedByStyles.mjs';

/** What a script uses and a floor lacks. */
function lackedOfScript(text: string): readonly string[] {
  const used = usedByScripts([{ name: 'a.js', text }]);
  const places = [...used.attributes, ...used.syntax].flatMap((path) => entryAt(path) ?? []);
  return [
    ...apisOf(used).flatMap(({ paths, lacks }) => (lacks.length > 0 ? paths.slice(0, 1) : [])),
    ...places.flatMap(({ path, compat }) => (lackedBy(compat).length > 0 ? [path] : [])),
  ];
}

/** What a style sheet uses and a floor lacks. */
function lackedOfStyles(text: string): readonly string[] {
  const places = [...usedByStyles(text)].flatMap((path) => entryAt(path) ?? []);
  return places.flatMap(({ path, compat }) => (lackedBy(compat).length > 0 ? [path] : []));
}

describe('the floors', () => {
  it.each([
    ['Promise.try(() => 1)', 'Promise.try'],
    ['new CloseWatcher()', 'CloseWatcher'],
    ['requestIdleCallback(() => 1)', 'Window.requestIdleCallback'],
    ['function f(one) { return one.union(new Set()); }', 'Set.union'],
    ['/(?i:a)b/.test("a")', 'javascript.regular_expressions.modifier'],
  ])('know that not all of them have %s', (text, path) => {
    expect(lackedOfScript(text)).toContain(path);
  });

  it('ask nothing of a script about what all of them have, or that it names itself', () => {
    expect(lackedOfScript('const union = 1; class A { union() { return [union].at(-1); } } new A().union()')).toEqual(
      [],
    );
  });

  it.each([
    ['.a{field-sizing:content}', 'css.properties.field-sizing'],
    ['.a:has(:open){color:red}', 'css.selectors.open'],
    ['.a{color:light-dark(red,blue)}', 'css.types.color.light-dark'],
    ['@starting-style{.a{opacity:0}}', 'css.at-rules.starting-style'],
  ])('know that not all of them have %s, packed or as one writes it', (packed, path) => {
    const written = packed.replaceAll(/[{};]/g, '$&\n  ').replaceAll(/:(?=[a-z]+[;}(])/g, ': ');
    expect(lackedOfStyles(packed)).toContain(path);
    expect(lackedOfStyles(`.before {\n  color: red;\n}\n\n${written}`)).toContain(path);
  });
});
