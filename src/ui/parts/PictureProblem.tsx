import type { ReactElement } from 'react';
import type { Problem } from '../../core/problem.ts';
import { pickAndOpen } from '../../state/arrival/openFiles.ts';
import { problemText } from '../i18n/messages.ts';
import { words } from '../i18n/words.ts';
import { useStudio } from '../StudioContext.tsx';
import { Button } from './Button.tsx';
import form from './Form.module.css';

interface PictureProblemProps {
  readonly problem: Problem;
  /** What the button says that opens another picture. */
  readonly another: string;
}

/** Why a picture from elsewhere cannot be opened, in its dialog. */
export function PictureProblem({ problem, another }: PictureProblemProps): ReactElement {
  const studio = useStudio();
  return (
    <div className={form.failed}>
      <p role="alert">{problemText(words, problem)}</p>
      <Button onClick={() => void pickAndOpen(studio)}>{another}</Button>
    </div>
  );
}
