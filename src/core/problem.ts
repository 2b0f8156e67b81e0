import type { Size } from './rect.ts';
/** What stands in the way of a file, by the file's name, where no value belongs to it. */
type FileProblemCode =
  | 'empty'
  | 'cut-off'
  | 'damaged'
  /** By what a file may be at all: more than this page reads. */
  | 'too-large'
  /** Some reader of files, but none that this page has. */
  | 'unknown-file'
  | 'not-picture'
  | 'not-png'
  /** Another picture than a layout: not one byte of class id a pixel. */
  | 'not-layout'
  | 'not-project'
  /** A part of it is missing. */
  | 'incomplete'
  /** Made by another version of this page. */
  | 'other-version'
  /** A part of it is a picture that this browser does not read. */
  | 'unreadable-picture'
  /** More bytes unpacked than the page has room for. */
  | 'unpacks-too-large'
  /** More pixels than this browser has a canvas for. */
  | 'too-large-for-browser'
  /** A photograph where a map is wanted. */
  | 'photograph-among-maps'
  /** Its host lets no other page fetch it. */
  | 'not-shared'
  | 'partly-fetched';

/** What stands in the way of something without a name. */
type PlainProblemCode =
  /** A link to a picture that is cut off or otherwise not whole; one of another version of this page. */
  | 'link-damaged'
  | 'link-version'
  /** An address with a picture in it that is none. */
  | 'empty-address'
  /** Nothing that the page opens was dropped, or lies in a folder that was. */
  | 'nothing-dropped'
  | 'nothing-in-folder'
  /** Files that were picked as a bundle have no manifest. */
  | 'no-manifest'
  /** A picture of this browser: open in another tab, deleted in one, not readable. */
  | 'picture-held'
  | 'picture-missing'
  | 'picture-unreadable'
  /** A part of the page itself did not come. */
  | 'part-unfetched'
  /** While a picture is read: no memory for it; a fault of the page; stopped. */
  | 'reading-no-memory'
  | 'reading-failed'
  | 'reading-stopped'
  /** The same while a file is made; a film that this browser cannot make. */
  | 'making-no-memory'
  | 'making-failed'
  | 'making-stopped'
  | 'no-film'
  /** The browser let nothing be copied. */
  | 'not-copied'
  /** A fault of the page. */
  | 'page-fault';

/**
 * Something from outside that cannot be used, or something that did not succeed: a code, and the values that its sentence needs.
 * The sentences are the page's words (`ui/i18n`), so that they can be in any language. `file` is a file's name, or what
 * stands for it: the title of a starter.
 */
export type Problem =
  | { [C in PlainProblemCode]: { readonly code: C } }[PlainProblemCode]
  | { [C in FileProblemCode]: { readonly code: C; readonly file: string } }[FileProblemCode]
  /** @property status HTTP; undefined where there was no answer */
  | { readonly code: 'not-fetched'; readonly file: string; readonly status: number | undefined }
  /** An entry of a JSON file. @property reason in English, of the schema: for whoever wrote the file */
  | { readonly code: 'wrong-entry'; readonly file: string; readonly entry: string; readonly reason: string }
  | { readonly code: 'wrong-size'; readonly file: string; readonly size: Size; readonly expected: readonly Size[] }
  | { readonly code: 'no-class'; readonly file: string; readonly classId: number }
  | { readonly code: 'interlaced'; readonly file: string; readonly bits: number }
  | {
      readonly code: 'map-size';
      readonly file: string;
      readonly size: Size;
      readonly minimum: number;
      readonly maximum: number;
    }
  | { readonly code: 'photograph-small'; readonly file: string; readonly size: Size; readonly minimum: number }
  /** @property maximum pixels */
  | { readonly code: 'photograph-large'; readonly file: string; readonly size: Size; readonly maximum: number }
  /** A picture that the browser does not decode. @property format where it is one that some browsers do */
  | { readonly code: 'undecodable'; readonly file: string; readonly format: 'heic' | 'avif' | undefined }
  /** Files that were not opened with others. */
  | { readonly code: 'left-out'; readonly files: readonly string[] }
  | { readonly code: 'many-files'; readonly most: number };

/** Thrown where a problem is found. `message` is for those who read a console. */
export class IoError extends Error {
  override readonly name = 'IoError';

  constructor(readonly problem: Problem) {
    super(JSON.stringify(problem));
  }
}
