import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'vite';

/** One file naming another file or a package, in any of the ways that TypeScript has for it. */
export interface Import {
  /** Path from the project's folder, with forward slashes. */
  readonly from: string;
  /** The same for a file; a package's name otherwise. */
  readonly to: string;
  readonly isPackage: boolean;
  /** `import type`, `export type … from`, `import('…').Type`: gone after compilation. */
  readonly typeOnly: boolean;
}

const root = resolve(import.meta.dirname, '..');

/** All TypeScript files of a folder, as paths from the project's folder. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name).replaceAll('\\', '/'));
}

/** A file's syntax tree (ESTree with JSX and TypeScript). */
export function syntaxOf(file: string): unknown {
  const { program, errors } = parseSync(file, readFileSync(join(root, file), 'utf8'), {
    lang: file.endsWith('.tsx') ? 'tsx' : 'ts',
  });
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  return program;
}

/** Parsed, not searched for: a comment or a string that looks like an import is none. */
export function importsOf(file: string): Import[] {
  const imports: Import[] = [];
  walk(syntaxOf(file), (node) => {
    const specifier = specifierOf(node);
    if (specifier === undefined) return;
    imports.push(resolved(file, specifier, isTypeOnly(node)));
  });
  return imports;
}

export type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

export function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
  } else if (isNode(value)) {
    visit(value);
    for (const child of Object.values(value)) walk(child, visit);
  }
}

function literal(node: unknown): string | undefined {
  return isNode(node) && typeof node.value === 'string' ? node.value : undefined;
}

function specifierOf(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return literal(node.source ?? node.argument);
    case 'NewExpression':
      return urlBesideModule(node);
    default:
      return undefined;
  }
}

/** `new URL('./worker.ts', import.meta.url)`: how workers and assets are named. */
function urlBesideModule(node: Node): string | undefined {
  const { callee } = node;
  const [address, base] = Array.isArray(node.arguments) ? (node.arguments as unknown[]) : [];
  const isUrl = isNode(callee) && callee.type === 'Identifier' && callee.name === 'URL';
  const isBeside = isNode(base) && base.type === 'MemberExpression' && isNode(base.object);
  if (!isUrl || !isBeside || (base.object as Node).type !== 'MetaProperty') return undefined;
  const specifier = literal(address);
  return specifier?.startsWith('.') ? specifier : undefined;
}

function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type') return true;
  const { specifiers } = node;
  const parts = Array.isArray(specifiers) ? specifiers.filter(isNode) : [];
  return parts.length > 0 && parts.every((part) => part.importKind === 'type' || part.exportKind === 'type');
}

function resolved(from: string, specifier: string, typeOnly: boolean): Import {
  const path = specifier.replace(/[?#].*$/, '');
  if (path.startsWith('.')) {
    const to = relative(root, resolve(root, dirname(from), path)).replaceAll('\\', '/');
    return { from, to, isPackage: false, typeOnly };
  }
  const name = path.split('/').slice(0, path.startsWith('@') ? 2 : 1);
  return { from, to: name.join('/'), isPackage: true, typeOnly };
}
