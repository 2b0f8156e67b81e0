/** Who may import whom: docs/design.md, "The page". A layer always sees itself. */
export const LAYERS = {
  'src/core': [],
  'src/protocol': ['src/core'],
  'src/document': ['src/core', 'src/protocol'],
  'src/engine': ['src/core', 'src/protocol'],
  'src/io': ['src/core', 'src/protocol', 'src/document'],
  'src/state': ['src/core', 'src/protocol', 'src/document', 'src/engine', 'src/io'],
  'src/canvas': ['src/core', 'src/protocol', 'src/document', 'src/engine', 'src/state'],
  'src/ui': ['src/core', 'src/protocol', 'src/document', 'src/engine', 'src/state', 'src/io', 'src/canvas'],
  'src/main.ts': ['src'],
  workers: ['src/core', 'src/protocol'],
  e2e: ['src/core', 'src/protocol', 'src/ui/i18n', 'scripts'],
} as const satisfies Record<string, readonly string[]>;

/** Packages that belong to a few places; every other one may be named wherever it is needed. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'onnxruntime-web': ['workers/ort'],
  comlink: ['src/protocol', 'src/engine', 'workers'],
  react: ['src/ui', 'src/canvas'],
  'react-dom': ['src/ui', 'src/canvas'],
  zustand: ['src/state', 'src/ui', 'src/canvas'],
  'lucide-react': ['src/ui'],
  tinykeys: ['src/ui', 'src/state'],
  'idb-keyval': ['src/io', 'workers/engine'],
  'browser-fs-access': ['src/io'],
};

export type Layer = keyof typeof LAYERS;

/** Whether `path` is `place` itself or lies in it. */
export function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

export function layerOf(path: string): Layer | undefined {
  return (Object.keys(LAYERS) as Layer[]).find((layer) => isWithin(path, layer));
}
