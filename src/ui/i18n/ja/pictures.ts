import type { AutosaveTrouble } from '../../../io/autosave.ts';
import type { PicturesMessages } from '../en/pictures.ts';
import { bytes, date, number } from './format.ts';

const TROUBLES: Record<AutosaveTrouble, string> = {
  full: 'このブラウザの保存容量がいっぱいで、作業内容を保存できません。自動で再試行を続けます。空きを作るか、プロジェクトを保存してください。',
  unavailable:
    'このブラウザには作業内容を保存できません。自動で再試行を続けます。ページを離れる前に、プロジェクトを保存してください。',
  silent:
    'ブラウザのストレージが応答しないため、前回の絵を開かずに始めました。前回の絵は残っています。再読み込みして、もう一度お試しください。',
};

const nameOf = (title: string) => (title === '' ? 'この絵' : `「${title}」`);

/** Words of a person's pictures, and of keeping them. */
export const pictures: PicturesMessages = {
  heading: '描いた絵',
  note: '描いたものはすべて、削除するまでこのブラウザに残ります。',
  loading: '絵を探しています',
  none: 'まだ何もありません。描いた絵は、自動でここに並びます。',
  failed: 'ブラウザのストレージが応答しません。再読み込みして、もう一度お試しください。',
  stored: 'このブラウザーに保存済み',
  begin: '新しい絵',
  open: (title: string) => `${nameOf(title)}を開く`,
  untitled: '無題',
  unreadable: '読み取れません',
  marks: { here: '編集中', elsewhere: '別のタブで編集中', nowhere: '' },
  link: 'リンクから',
  date,
  size: (width: number, height: number) => `${width} × ${height}`,
  more: (title: string) => `${nameOf(title)}のメニュー`,
  rename: 'タイトルを変更…',
  title: 'タイトル',
  apply: '変更',
  duplicate: '複製',
  copyOf: (title: string) => `${title === '' ? '無題' : title}のコピー`,
  saveProject: 'プロジェクトとして保存',
  saveRaw: 'ファイルとして保存',
  remove: '削除',
  deleted: (title: string) => `${title === '' ? '絵' : `「${title}」`}を削除しました。`,
  undo: '取り消す',
  full: 'このブラウザに空きがありません。もう要らない絵を削除してください。取っておきたい絵は、先にプロジェクトとして保存できます。',
  room: (count: number, used: number) => `${number(count)}枚、合計${bytes(used)}。`,
  back: '前の絵に戻る',
  openLast: '開く',
  troubles: TROUBLES,
  saveNow: 'プロジェクトを保存',
  unsaved: {
    heading: 'この絵は保存されていません',
    note: '今開いている絵を、このブラウザに保存できませんでした。別の絵に替える前に、プロジェクトとして保存してください。',
    save: 'プロジェクトを保存',
    replace: '保存せずに替える',
    keep: 'このまま残す',
  },
};
