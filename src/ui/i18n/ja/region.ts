import type { RegionMessages } from '../en/region.ts';
import { number, share } from './format.ts';

/** By its width in cells. */
const MARGINS = ['なし', '狭い', '中くらい', '広い', '最大'];

/** Words of repainting a part of the picture. */
export const region: RegionMessages = {
  heading: '一部を描き直す',
  description:
    '描き直す範囲を塗ります。Altを押しながら塗ると、範囲から外れます。矢印キーでブラシを1ピクセル、Shiftを押しながらだと16ピクセル動かします。' +
    'Enterでその場を塗り、Spaceを押している間は動かした所を塗ります。',
  hint: '描き直す範囲を塗ってください。',
  hintOfKeys: 'Altを押しながら塗ると外れます。',
  size: 'ブラシの太さ',
  sizeValue: (pixels: number) => `${number(pixels)} px`,
  presets: '半分や全体を範囲にする',
  preset: {
    bottom: '下半分',
    top: '上半分',
    right: '右半分',
    left: '左半分',
    all: 'すべて',
    chosen: '下絵の選択範囲',
  },
  ofClass: (name) => `${name}すべて`,
  repaintClass: (name) => `${name}をすべて描き直す`,
  markClass: (name) => `${name}をすべて範囲にする`,
  invert: '範囲を反転',
  clear: '範囲をクリア',
  /** A part of it that is less than a percent is not nothing. */
  marked: (cells: number, all: number) =>
    cells > 0 && cells / all < 0.01 ? '範囲は絵の1%未満' : `範囲は絵の${share(cells / all)}`,
  again: '範囲を描き直す',
  candidates: '候補の数',
  candidatesValue: (count: number) => number(count),
  sample: (count: number, whole: boolean) => `${whole ? '絵全体の' : ''}候補を${number(count)}枚描く`,
  done: '完了',
  tray: '候補',
  trayNote: '有力な順に並んでいます。1枚選んでください。ほかの候補も、閉じるまで残ります。',
  growing: '候補を並べて描いています。',
  candidate: (rank: number, taken: boolean) => `候補 ${number(rank)}${taken ? '、使用中' : ''}`,
  take: (rank: number) => `候補 ${number(rank)}を使う`,
  closeTray: '候補を閉じる',
  extend: '絵を広げる',
  extendNote: (pixels: number) => `選んだ方向に${number(pixels)}ピクセル広げます。描いた部分はそのまま残ります。`,
  panorama: 'パノラマ',
  panoramaNote: '停止するまで、右へ右へと広げます。',
  changed: '変更を描き直す',
  options: '描き直しの設定',
  live: 'ストロークごとに描き直す',
  liveNote: (isFast: boolean) =>
    isFast ? '下絵を変えると、すぐにその部分を描き直します。' : 'この端末では少し時間がかかります。',
  rim: '周囲の幅',
  rimValue: (cells: number) => MARGINS[cells] ?? number(cells),
  rimNote: '変更した所のまわりを、どこまで一緒に描き直すか。',
};
