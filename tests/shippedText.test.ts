import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const ignored = new Set(
  readFileSync(join(root, '.gitignore'), 'utf8')
    .split('\n')
    .map((line) => line.trim().replace(/\/$/, '')),
);

const TEXT = /(?:\.(?:c?[jt]sx?|mjs|json|md|css|html|py|toml|txt|yml|yaml|sh|svg)|LICENSE|run)$/;

/** What a project that speaks of itself alone does not name. */
const FORBIDDEN = [
  { what: 'the host of a package registry', pattern: /\bregistry\.[a-z]+\.|pythonhosted|\bpypi\.org/ },
  { what: 'a folder of one machine', pattern: /(?:^|[\s"'`(=])\/(?:home|root|Users|work)\/[\w.-]/m },
  { what: 'a folder beside the project', pattern: /\.\.\/shared\// },
];

function textFiles(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name === '.git' || ignored.has(entry.name) || ignored.has(path.replaceAll('\\', '/'))) return [];
    if (entry.isDirectory()) return textFiles(path);
    return TEXT.test(entry.name) ? [path] : [];
  });
}

describe('the text of the project', () => {
  const files = textFiles();

  it('is found', () => {
    expect(files).toContain('package-lock.json');
    expect(files.length).toBeGreaterThan(40);
  });

  it.each(FORBIDDEN)('does not name $what', ({ pattern }) => {
    // This file has to name what it looks for.
    const others = files.filter((file) => !file.endsWith('shippedText.test.ts'));
    expect(others.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });
});
