import type { ReactElement, ReactNode } from 'react';
import { segmenterOf } from '../../protocol/manifest.ts';
import { en } from '../i18n/en.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { usePage } from '../StudioContext.tsx';
import { VERSION } from '../version.ts';
import styles from './AboutDialog.module.css';

const { about } = en.dialogs;

export default function AboutDialog(): ReactElement {
  const manifest = usePage((state) => state.bundle.manifest);
  const segmenter = segmenterOf(manifest);
  const modelFrom = usePage((state) => about.modelFrom(state.bundle));
  const backends = usePage((state) => state.backends);
  return (
    <Dialog heading={about.heading}>
      <div className={styles.text}>
        <p>{about.intro}</p>
        <Part heading={about.local}>
          <p>{about.localText}</p>
        </Part>
        <Part heading={about.rights}>
          <p>{about.rightsText}</p>
        </Part>
        {manifest ? (
          <Part heading={about.model(manifest.title)}>
            <p>
              <span>{manifest.about.summary}</span> <span>{modelFrom}</span>
            </p>
            <h4>{about.trainedOn}</h4>
            <p>{manifest.about.trainedOn}</p>
            {manifest.about.measured.length > 0 && (
              <>
                <h4>{about.measured}</h4>
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
                <h4>{about.limits}</h4>
                <ul>
                  {manifest.about.limits.map((limit) => (
                    <li key={limit}>{limit}</li>
                  ))}
                </ul>
              </>
            )}
            <h4>{about.licence}</h4>
            <p>{manifest.about.licence}</p>
            {segmenter && (
              <>
                <h4>{about.segmenter}</h4>
                <p>{about.segmenterText(segmenter.source, segmenter.licence)}</p>
              </>
            )}
          </Part>
        ) : (
          <p>{about.noModel}</p>
        )}
        {backends.length > 0 && (
          <Part heading={about.machine}>
            <p>{en.backend(backends)}</p>
            <ul>
              {en.backendDetails(backends).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Part>
        )}
        <p className={styles.version}>{about.version(VERSION)}</p>
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
