import type { PictureOpening } from '../../../state/arrival/pictureOpening.ts';
import type { ArrivalMessages } from '../en/arrival.ts';
import { bytes } from './format.ts';

function under(opening: Exclude<PictureOpening, { phase: 'failed' }>): string {
  if (opening.phase === 'reading') return `「${opening.name}」を読み取り中`;
  const { name, done, total } = opening;
  if (done === 0) return `「${name}」を取得中`;
  return `「${name}」を取得中：${total === undefined ? bytes(done) : `${bytes(done)} / ${bytes(total)}`}`;
}

/** Words of what happens to files before it is known what they are. */
export const arrival: ArrivalMessages = {
  heading: '画像を開く',
  under,
  another: '別のファイルを開く…',
  cancel: 'キャンセル',
};
