import { useId, useMemo, type ReactElement } from 'react';
import { CONVENTION_IDS } from '../../core/conventions/convention.ts';
import type { OtherReading } from '../../core/conventions/otherReadings.ts';
import { classCommandId } from '../../state/commands.ts';
import type { ReadImport } from '../../state/maps/mapImport.ts';
import { words } from '../i18n/words.ts';
import form from '../parts/Form.module.css';
import { idImage } from '../idImage.ts';
import { ThumbnailCanvas } from '../parts/ThumbnailCanvas.tsx';
import { useStudio } from '../StudioContext.tsx';
import { usePalette } from '../usePalette.ts';
import styles from './ReadingChoice.module.css';

/** So many of a reading's classes are named; the rest of them are few pixels. */
const NAMED = 4;

/** Every convention that knows anything of the map, with what it would give: one click away, one more to take it. */
export function ReadingChoice({ map }: { readonly map: ReadImport }): ReactElement {
  const studio = useStudio();
  const { convention, readings } = map;
  const group = useId();
  const others = CONVENTION_IDS.filter((id) => readings.every((one) => one.convention !== id));
  const read = (as: Parameters<typeof studio.maps.readAs>[0]) => void studio.maps.readAs(as);
  return (
    <details className={styles.choice}>
      <summary className={styles.summary}>
        <span>{words.maps.readAs}</span>
        <strong>{convention === undefined ? words.maps.unknown : words.maps.convention(convention)}</strong>
      </summary>
      <fieldset className={styles.readings}>
        <legend className="visually-hidden">{words.maps.readAs}</legend>
        {readings.map((reading) => (
          <Choice
            key={reading.convention}
            group={group}
            isChosen={reading.convention === convention}
            onChoose={() => read(reading.convention)}
            name={words.maps.convention(reading.convention)}
            reading={reading}
          />
        ))}
        <Choice
          group={group}
          isChosen={convention === undefined}
          onChoose={() => read('unknown')}
          name={words.maps.unknown}
          reading={undefined}
        />
      </fieldset>
      {others.length > 0 && <p className={styles.others}>{words.maps.others(others)}</p>}
    </details>
  );
}

interface ChoiceProps {
  readonly group: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly name: string;
  readonly reading: OtherReading | undefined;
}

function Choice({ group, isChosen, onChoose, name, reading }: ChoiceProps): ReactElement {
  const classNames = reading?.classes.slice(0, NAMED).map(({ classId, share }) => {
    const command = classCommandId(classId);
    return words.maps.classShare(command ? words.commands[command] : String(classId), share);
  });
  return (
    <label className={styles.reading}>
      <input type="radio" name={group} checked={isChosen} onChange={onChoose} />
      {reading ? <Thumbnail reading={reading} /> : <span className={styles.thumbnail} />}
      <span className={styles.words}>
        <span>{name}</span>
        <span className={form.note}>
          {reading ? words.maps.wouldGive(reading.exact, classNames ?? []) : words.maps.unknownNote}
        </span>
      </span>
    </label>
  );
}

function Thumbnail({ reading: { thumbnail } }: { readonly reading: OtherReading }): ReactElement {
  const palette = usePalette();
  const { width, height, ids } = thumbnail;
  const seen = useMemo(() => {
    // What the convention does not know is clear.
    const { data } = idImage(ids, { width, height }, palette, 0);
    return { width, height, pixels: data };
  }, [width, height, ids, palette]);
  return <ThumbnailCanvas className={styles.thumbnail} thumbnail={seen} />;
}
