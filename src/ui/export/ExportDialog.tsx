import { Copy, Download } from 'lucide-react';
import { useEffect, useState, type ReactElement } from 'react';
import { pictureSize } from '../../core/picturePixels.ts';
import { mayCopyPictures } from '../../io/copiedPicture.ts';
import { writtenFormats } from '../../io/pictureFormats.ts';
import type { PictureFormat } from '../../protocol/fileMaker.ts';
import { commandOf, isPossible } from '../../state/commands.ts';
import { copyExport, saveExport, setExport } from '../../state/exporting/exportActions.ts';
import {
  EXPORTED_THINGS,
  isOfPicture,
  SAVED_CONVENTIONS,
  type ExportChoice,
} from '../../state/exporting/exportChoice.ts';
import { words } from '../i18n/words.ts';
import { Button, ICON } from '../parts/Button.tsx';
import { Dialog, useLeave } from '../parts/Dialog.tsx';
import form from '../parts/Form.module.css';
import { Segments } from '../parts/Segments.tsx';
import { Select } from '../parts/Select.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import styles from './ExportDialog.module.css';
import { ExportPreview } from './ExportPreview.tsx';

/** The same in every language. */
const NAMES: Readonly<Record<PictureFormat, string>> = { png: 'PNG', jpeg: 'JPEG', webp: 'WebP' };

/** What to take along, and how: picture, layout, both or all of it. What is not there yet is left out. */
export default function ExportDialog(): ReactElement {
  return (
    <Dialog heading={words.header.saveMenu} wide>
      <ExportForm />
    </Dialog>
  );
}

function ExportForm(): ReactElement {
  const studio = useStudio();
  const leave = useLeave();
  const chosen = usePage((state) => state.exported);
  const lattice = usePage((state) => state.lattice);
  const cellPixels = usePage((state) => state.cellPixels);
  const hasPicture = usePage((state) => isPossible(commandOf('save'), state));
  // What this browser writes: PNG, and what else it says after a moment.
  const [formats, setFormats] = useState<readonly PictureFormat[]>(['png']);
  useEffect(() => void writtenFormats().then(setFormats), []);
  const things = EXPORTED_THINGS.filter((thing) => hasPicture || !isOfPicture(thing));
  // The choice stays what it was for when there is a picture, and on a browser that writes more.
  const what = things.includes(chosen.what) ? chosen.what : 'layout';
  const format = formats.includes(chosen.format) ? chosen.format : 'png';
  const choice = { ...chosen, what, format };
  const note = noteOf(choice);
  const { width, height } = pictureSize(lattice, cellPixels);
  const sizeOf = (scale: number) => words.settings.formatValue(width * scale, height * scale);
  return (
    <div className={form.columns}>
      <ExportPreview what={what} />
      <div className={form.column}>
        <Segments
          legend={words.exporting.what}
          name="export-what"
          value={what}
          options={things.map((thing) => ({ value: thing, label: words.exporting.things[thing] }))}
          onChange={(next) => setExport(studio, { what: next })}
        />
        {what === 'picture' && (
          <Segments
            legend={words.exporting.size}
            name="export-size"
            value={String(choice.scale)}
            options={([1, 2] as const).map((scale) => ({ value: String(scale), label: sizeOf(scale) }))}
            onChange={(next) => setExport(studio, { scale: next === '2' ? 2 : 1 })}
          />
        )}
        {isOfPicture(what) && (
          <Segments
            legend={words.exporting.format}
            name="export-format"
            value={format}
            options={formats.map((one) => ({ value: one, label: NAMES[one] }))}
            onChange={(next) => setExport(studio, { format: next })}
          />
        )}
        {what === 'layout' && (
          <Select
            label={words.exporting.convention}
            value={choice.convention}
            options={SAVED_CONVENTIONS.map((one) => ({ value: one, label: words.maps.convention(one) }))}
            onChange={(next) => setExport(studio, { convention: next })}
          />
        )}
        {note !== undefined && <p className={form.note}>{note}</p>}
        <div className={`${form.actions} ${styles.actions}`}>
          <Button
            kind="action"
            icon={<Download {...ICON} />}
            onClick={() => {
              leave();
              void saveExport(studio, choice);
            }}
          >
            {words.header.saveMenu}
          </Button>
          {isOfPicture(what) && mayCopyPictures() && (
            <Button
              icon={<Copy {...ICON} />}
              title={words.exporting.copyNote}
              onClick={() => void copyExport(studio, choice)}
            >
              {words.exporting.copy}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

function noteOf({ what, format, convention }: ExportChoice): string | undefined {
  if (what === 'project') return words.exporting.projectNote;
  if (what === 'layout') return convention === 'ade20k' ? words.exporting.conventionLoses : undefined;
  // A picture alone says in its PNG how it was made.
  return what === 'picture' && format === 'png' ? words.exporting.pngOfPicture : words.exporting.formatNotes[format];
}
