import type { ShareMessages } from '../en/sharing.ts';
import { number } from './format.ts';

/** Words of sharing a picture, and of one that was shared. */
export const sharing: ShareMessages = {
  button: '共有',
  heading: 'リンクを共有',
  note: '絵はリンクそのものに入っています。何もアップロードされません。リンクを受け取った人は、誰でも絵を見られます。',
  title: 'タイトル（任意）',
  link: 'リンク',
  size: (characters: number) => `${number(characters)}文字です。`,
  copy: 'リンクをコピー',
  copied: 'リンクをコピーしました。',
  notCopied: 'ブラウザがコピーを許可しませんでした。リンクを選択してあるので、キーボードでコピーしてください。',
  send: '送る…',
  code: 'リンクのQRコード',
  dense: '細かいQRコードです。カメラを近づけて、動かさずに読み取ってください。',
  noCode: 'リンクが長すぎて、QRコードにできません。',
  tooLong: (characters: number) =>
    `リンクが${number(characters)}文字になります。メッセージアプリによっては途中で切れるため、代わりにプロジェクトファイルを送ってください。`,
  saveProject: 'プロジェクトを保存',
  notYet: 'リンクに必要なモデルの説明を、まだ読み込んでいません。少し待ってから、もう一度お試しください。',
  otherTokens:
    'この絵を描いたモデルはコードの数が多く、リンクに収まりません。代わりにプロジェクトファイルを送ってください。',
  offered: {
    heading: '共有された絵',
    note: 'このリンクには絵が入っています。開くと、今の絵と入れ替わります。「取り消す」で元に戻せます。',
    named: (title: string) => `タイトルは「${title}」です。`,
    open: 'ここで開く',
    leave: '開かない',
  },
};
