/** What was dropped on the page, or pasted into it. */
export interface DroppedContent {
  readonly files: readonly File[];
  /** What lies in folders that were dropped, however deep. */
  readonly inFolders: readonly File[];
  /** Plain text; empty where there is none. */
  readonly text: string;
  /** Of a picture that was dragged from another page. */
  readonly address: string | undefined;
}

/** More files than this nobody means to open; the others are left. */
const MOST_FILES = 500;
/** Files that file managers put beside a person's own. */
const HIDDEN = /^(?:\..*|__MACOSX|Thumbs\.db|desktop\.ini)$/i;

/**
 * Reads what a drop or a paste has brought. Has to be called while its event is handled: what it has is forgotten after that.
 */
export function readDropped(data: DataTransfer | null): Promise<DroppedContent> {
  const text = data?.getData('text/plain') ?? '';
  const html = data?.getData('text/html') ?? '';
  const address = data?.files.length === 0 ? pictureAddress(html, data.getData('text/uri-list')) : undefined;
  const entries = [...(data?.items ?? [])].flatMap((item) => {
    // Firefox for Android has it not; its folders cannot be dropped either.
    const entry = item.kind === 'file' ? item.webkitGetAsEntry?.() : undefined;
    return entry?.isDirectory === true ? [entry] : [];
  });
  const folderNames = new Set(entries.map(({ name }) => name));
  // A folder counts as a file without content, too.
  const files = [...(data?.files ?? [])].filter(
    ({ name, size, type }) => !(folderNames.has(name) && type === '' && size % 4096 === 0),
  );
  return filesWithin(entries).then((inFolders) => ({ files, inFolders, text, address }));
}

/** A picture in what was dragged comes before the address that it links to. */
function pictureAddress(html: string, list: string): string | undefined {
  const picture = html === '' ? null : new DOMParser().parseFromString(html, 'text/html').querySelector('img[src]');
  const lines = list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  return [picture?.getAttribute('src'), ...lines].find((one): one is string =>
    /^(?:https?:|data:image\/)/i.test(one ?? ''),
  );
}

async function filesWithin(entries: readonly FileSystemEntry[]): Promise<readonly File[]> {
  const found: File[] = [];
  const waiting = [...entries];
  for (let entry = waiting.shift(); entry && found.length < MOST_FILES; entry = waiting.shift()) {
    if (HIDDEN.test(entry.name)) continue;
    // What cannot be read is as if it were not there: the rest is opened all the same.
    // oxlint-disable-next-line no-await-in-loop -- one folder after the other, in their order.
    if (entry.isDirectory) waiting.push(...(await entriesOf(entry as FileSystemDirectoryEntry).catch(() => [])));
    else {
      // oxlint-disable-next-line no-await-in-loop
      const file = await fileOf(entry as FileSystemFileEntry).catch(() => undefined);
      if (file) found.push(file);
    }
  }
  return found.toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
}

/** Chromium gives a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return entries;
    entries.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
