import { useEffect, type ReactElement } from 'react';
import { words } from '../i18n/words.ts';
import { noticeText } from '../i18n/messages.ts';
import { JobStatus } from '../JobStatus.tsx';
import { usePage } from '../StudioContext.tsx';
import styles from './Embed.module.css';
import { ReplayStage } from './ReplayStage.tsx';
import { usePlayer } from './usePlayer.ts';

/** A shared picture and its replay alone, for a frame in a page of someone else's. */
export default function Embed({ address }: { readonly address: string }): ReactElement {
  const whole = usePage((state) => state.coverage === 'whole');
  const notice = usePage((state) => state.notice);
  return (
    <main className={styles.embed}>
      {whole ? (
        <Stage />
      ) : (
        <div className={styles.waiting} role="status">
          {notice ? noticeText(words, notice) : <JobStatus />}
        </div>
      )}
      <a className={styles.open} href={address} target="_blank" rel="noreferrer">
        {words.replay.open}
      </a>
    </main>
  );
}

function Stage(): ReactElement {
  const player = usePlayer();
  useEffect(() => {
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) player.play();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it is there.
  }, []);
  return <ReplayStage player={player} />;
}
