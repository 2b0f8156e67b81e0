import type { KeepPreset, KeepTool, PhotographLayout } from '../../../state/photo/photographImport.ts';
import type { PhotoMessages } from '../en/photo.ts';
import { decimal, number, share } from './format.ts';

const PRESETS: Record<KeepPreset, string> = {
  top: '上半分',
  bottom: '下半分',
  left: '左半分',
  right: '右半分',
  all: 'すべて',
};

const TOOLS: Record<KeepTool, string> = { brush: 'ブラシ', rectangle: '長方形' };

const LAYOUTS: Record<PhotographLayout, string> = {
  any: 'おまかせ',
  painted: '塗ったとおり',
  own: '写真から',
};

/** Words of completing a photograph. The page calls it a photo. */
export const photo: PhotoMessages = {
  heading: '写真を広げる',
  another: '別のファイルを開く…',
  isMap: 'マップとして開く',
  size: (width: number, height: number, firstFrame: boolean) =>
    `${number(width)} × ${number(height)}${firstFrame ? '（最初のフレーム）' : ''}`,
  canvas: (name: string) => `「${name}」：残す範囲を塗ります`,
  description:
    '残す範囲を塗ります。Altを押しながら塗ると、範囲から外れます。矢印キーでブラシを1ピクセル、Shiftを押しながらだと16ピクセル動かします。' +
    'Enterでその場を塗り、Spaceを押している間は動かした所を塗ります。',
  keep: '残す範囲',
  preset: (preset: KeepPreset) => PRESETS[preset],
  tools: '手で塗る',
  tool: (tool: KeepTool) => TOOLS[tool],
  brushSize: 'ブラシの太さ',
  brushSizeValue: (pixels: number) => `${number(pixels)} px`,
  invert: '反転',
  kept: (kept: number, cells: number) =>
    kept === cells
      ? '全体を残します。'
      : kept === 0
        ? '残す範囲がまだありません。残したい所を塗ってください。'
        : `${share(kept / cells)}を残し、残りを描きます。`,
  whole: (name: string) => `「${name}」の全体と、使う部分の枠`,
  pictureSize: '絵のサイズ',
  sizeNearest: (size: string) => `${size}（写真に最も近い）`,
  sizeNow: (size: string) => `${size}（現在）`,
  zoom: '拡大率',
  zoomValue: (zoom: number) => `${decimal(zoom)}倍`,
  across: '左右の位置',
  down: '上下の位置',
  placeValue: (place: number) => share(place),
  layout: '残りの下絵',
  layouts: (layout: PhotographLayout) => LAYOUTS[layout],
  layoutOnly: '下絵だけ使う',
  mood: (name: string) => `写真の雰囲気（${name}）で描く`,
  moodOnly: '雰囲気だけ使う',
  complete: '残りを描く',
  take: '絵として使う',
  note: '残した範囲は、写真のピクセルがそのまま表示されます。写真がこの端末の外に出ることはありません。「取り消す」で今の状態に戻せます。',
  linkNote:
    'この絵の一部は写真です。リンクにはピクセルではなくトークンが入るため、写真の部分はモデルが捉えたとおりに表示されます。写真のピクセルそのものは、プロジェクトファイルに残ります。',
};
