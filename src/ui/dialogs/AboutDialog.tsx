import type { ReactElement, ReactNode } from 'react';
import { segmenterOf } from '../../protocol/manifest.ts';
import { words } from '../i18n/words.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { usePage } from '../StudioContext.tsx';
import { VERSION } from '../version.ts';
import styles from './AboutDialog.module.css';

export default function AboutDialog(): ReactElement {
  const manifest = usePage((state) => state.bundle.manifest);
  const segmenter = segmenterOf(manifest);
  const modelFrom = usePage((state) => words.dialogs.about.modelFrom(state.bundle));
  const backends = usePage((state) => state.backends);
  return (
    <Dialog heading={words.dialogs.about.heading}>
      <div className={styles.text}>
        <p>{words.dialogs.about.intro}</p>
        <Part heading={words.dialogs.about.local}>
          <p>{words.dialogs.about.localText}</p>
        </Part>
        <Part heading={words.dialogs.about.rights}>
          <p>{words.dialogs.about.rightsText}</p>
        </Part>
        {manifest ? (
          <Part heading={words.dialogs.about.model(manifest.title)}>
            <p>
              <span>{manifest.about.summary}</span> <span>{modelFrom}</span>
            </p>
            <h4>{words.dialogs.about.trainedOn}</h4>
            <p>{manifest.about.trainedOn}</p>
            {manifest.about.measured.length > 0 && (
              <>
                <h4>{words.dialogs.about.measured}</h4>
                <dl className={styles.measured}>
                  {manifest.about.measured.map(({ name, value }) => (
                    <div key={name}>
                      <dt>{name}</dt>
                      <dd>{value}</dd>
                    </div>
                  ))}
                </dl>
              </>
            )}
            {manifest.about.limits.length > 0 && (
              <>
                <h4>{words.dialogs.about.limits}</h4>
                <ul>
                  {manifest.about.limits.map((limit) => (
                    <li key={limit}>{limit}</li>
                  ))}
                </ul>
              </>
            )}
            <h4>{words.dialogs.about.licence}</h4>
            <p>{manifest.about.licence}</p>
            {segmenter && (
              <>
                <h4>{words.dialogs.about.segmenter}</h4>
                <p>{words.dialogs.about.segmenterText(segmenter.source, segmenter.licence)}</p>
              </>
            )}
          </Part>
        ) : (
          <p>{words.dialogs.about.noModel}</p>
        )}
        {backends.length > 0 && (
          <Part heading={words.dialogs.about.machine}>
            <p>{words.backend(backends)}</p>
            <ul>
              {words.backendDetails(backends).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Part>
        )}
        <p className={styles.version}>{words.dialogs.about.version(VERSION)}</p>
      </div>
    </Dialog>
  );
}

function Part({ heading, children }: { readonly heading: string; readonly children: ReactNode }): ReactElement {
  return (
    <section>
      <h3>{heading}</h3>
      {children}
    </section>
  );
}
