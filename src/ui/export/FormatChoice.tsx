import type { ReactElement } from 'react';
import type { PictureFormat } from '../../protocol/fileMaker.ts';
import { words } from '../i18n/words.ts';
import form from '../parts/Form.module.css';
import { Segments } from '../parts/Segments.tsx';

/** The same in every language. */
const NAMES: Readonly<Record<PictureFormat, string>> = { png: 'PNG', jpeg: 'JPEG', webp: 'WebP' };

interface FormatChoiceProps {
  /** A picture alone says in its PNG how it was made. */
  readonly isAlone: boolean;
  readonly format: PictureFormat;
  readonly formats: readonly PictureFormat[];
  readonly onChange: (format: PictureFormat) => void;
}

/** What a picture is written in, and what that is good for. */
export function FormatChoice({ isAlone, format, formats, onChange }: FormatChoiceProps): ReactElement {
  return (
    <>
      <Segments
        legend={words.exporting.format}
        name="export-format"
        value={format}
        options={formats.map((one) => ({ value: one, label: NAMES[one] }))}
        onChange={onChange}
      />
      <p className={form.note}>
        {isAlone && format === 'png' ? words.exporting.pngOfPicture : words.exporting.formatNotes[format]}
      </p>
    </>
  );
}
