import type { GalleryMessages } from '../en/gallery.ts';

/** Words of the gallery. */
export const gallery: GalleryMessages = {
  heading: 'ギャラリー',
  note: '標準のモデルで描いた絵を、このページがその場で復元して表示します。1枚選ぶと、そこから続けられます。「取り消す」で今の状態に戻せます。',
  loading: 'ギャラリーを読み込み中',
  none: 'ここにはギャラリーがありません。',
  untitled: (number: number) => `絵 ${number}`,
};
