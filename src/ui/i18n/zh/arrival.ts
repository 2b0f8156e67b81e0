import type { PictureOpening } from '../../../state/arrival/pictureOpening.ts';
import type { ArrivalMessages } from '../en/arrival.ts';
import { bytes } from './format.ts';

function under(opening: Exclude<PictureOpening, { phase: 'failed' }>): string {
  if (opening.phase === 'reading') return `正在读取“${opening.name}”`;
  const { name, done, total } = opening;
  if (done === 0) return `正在获取“${name}”`;
  return `正在获取“${name}”：${total === undefined ? bytes(done) : `${bytes(done)} / ${bytes(total)}`}`;
}

/** Words of what happens to files before it is known what they are. */
export const arrival: ArrivalMessages = {
  heading: '打开图片',
  under,
  another: '打开其他文件…',
  cancel: '取消',
};
