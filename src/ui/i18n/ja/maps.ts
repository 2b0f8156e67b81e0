import type { ConventionId } from '../../../core/conventions/convention.ts';
import type { ReadImport } from '../../../state/maps/mapImport.ts';
import type { QueueItem } from '../../../state/maps/mapQueue.ts';
import type { MapMessages } from '../en/maps.ts';
import { doubtsText, regionText } from '../mapTexts.ts';
import { formats, number, preciseShare, share } from './format.ts';

const CONVENTIONS: Record<ConventionId, string> = {
  'plein-air': 'Plein Airの番号',
  'plein-air-colors': 'Plein Airの色',
  'coco-stuff': 'COCO-Stuff / S-FLCKR ID（0から）',
  'coco-stuff-1': 'COCO-Stuff ID（1から）',
  'coco-pixel-maps': 'COCO-Stuffピクセルマップ',
  spade: 'SPADE ID（182は不明）',
  gaugan: 'GauGANの色',
  'smart-sketch': 'Smart-Sketchの色',
  ade20k: 'ADE20K ID（1から）',
  'ade20k-0': 'ADE20K ID（0から）',
  'ade20k-colors': 'ADE20Kの色',
  'ade20k-full': 'ADE20K全ラベル（_seg）',
  cityscapes: 'Cityscapes ID',
  'cityscapes-train': 'Cityscapes学習用ID',
  'cityscapes-colors': 'Cityscapesの色',
  'coco-panoptic': 'COCO Panopticの色',
  'coco-panoptic-ids': 'COCO Panoptic ID',
  mmsegmentation: 'mmsegmentation ID',
  'mmsegmentation-colors': 'mmsegmentationの色',
  jittor: 'Jittor風景ID',
  voc: 'VOCの色（labelme、CVAT）',
};

function understood({ convention, unnamed, isMask, regions, exact, lossy }: ReadImport): string {
  if (isMask) return '2つの値からなるマスクです。それぞれのクラスを選んでください。';
  const count = number(regions.length);
  if (convention === undefined) return `既知の形式ではありません。${count}個の領域のクラスを選んでください。`;
  if (unnamed)
    return `${CONVENTIONS[convention]}ですが、ラベルは作者独自のものです。${count}個の領域のクラスを選んでください。`;
  const parts = [CONVENTIONS[convention], `${count}クラス`];
  if (!lossy) parts.push(`${preciseShare(exact)}が完全一致`);
  return `${parts.join('、')}。`;
}

const regionName = regionText({ transparent: '透明', other: 'その他の値', label: (digits) => `ラベル ${digits}` });

const doubts = doubtsText(
  {
    lossy: 'このファイル形式では色が正確に残りません。境目を確かめてください。PNGならくっきりします。',
    inexact: '一致しない部分は、いちばん近い領域に含めました。',
    guessed: 'クラスは、色と上下の位置から推測したものです。',
    numbers: 'ファイルに入っているのは番号だけです。表示の色は見分けるためのものです。',
  },
  formats,
);

const PHASES: Record<ReadImport['phase'], string> = {
  read: '「取り消す」で今の状態に戻せます。',
  rereading: '別の形式で読み取り中',
  taking: '下絵を作成中',
};

const STATES: Record<QueueItem['state'], string> = {
  waiting: '待機中',
  reading: '読み取り中',
  painting: '描画中',
  done: '完了',
  failed: '読み取り失敗',
  left: '未処理',
};

/** Words of the dialogs for maps that come from elsewhere. */
export const maps: MapMessages = {
  drop: 'どこにでもドロップできます',
  dropNote:
    '写真は広げられ、セグメンテーションマップは下絵になります。マップが何枚かあれば、順番に絵にします。プロジェクトとモデルも開けます。',
  heading: 'マップを下絵に使う',
  another: '別のファイルを開く…',
  isPhotograph: '写真として開く',
  understood,
  doubts,
  nameThem: '自分でクラスを選ぶ',
  orRead: (id: ConventionId) => `${CONVENTIONS[id]}として読む`,
  readAs: '形式',
  classShare: (name: string, part: number) => `${name} ${part < 0.005 ? '1%未満' : share(part)}`,
  wouldGive: (exact: number, classes: readonly string[]) => `${preciseShare(exact)}が完全一致：${classes.join('、')}`,
  unknownNote: '領域ごとに自分で選びます。',
  others: (ids: readonly ConventionId[]) =>
    `次の形式では読み取れません：${ids.map((id) => CONVENTIONS[id]).join('、')}。`,
  convention: (id: ConventionId) => CONVENTIONS[id],
  unknown: '自分でクラスを選ぶ',
  original: '元のマップ',
  originalOf: (name: string) => `元の「${name}」`,
  reading: '読み取り結果',
  preview: (name: string) => `「${name}」の読み取り結果`,
  regions: '領域',
  region: regionName,
  small: (count: number, part: number) =>
    `小さな領域${number(count)}個（合わせて${part < 0.001 ? '0.1%未満' : preciseShare(part)}）`,
  guess: (name: string) => `${name}？`,
  regionShare: (part: number) => (part < 0.001 ? '0.1%未満' : share(part)),
  classOf: (region: string) => `「${region}」のクラス`,
  size: '下絵のサイズ',
  sizeNow: (size: string) => `${size}（現在）`,
  sizeNearest: (size: string) => `${size}（マップに最も近い）`,
  fit: '合わせ方',
  fits: { cut: '切り抜き', stretch: '引き伸ばし' },
  place: '使う部分',
  placeValue: (place: number) => share(place),
  placeNote: '枠をドラッグしても選べます。',
  take: '下絵に使う',
  takeAndPaint: '下絵にして描く',
  phase: (phase: ReadImport['phase']) => PHASES[phase],
  queue: {
    heading: 'マップを順番に描く',
    note: '今の設定で、マップを1枚ずつ絵にします。最後の数枚までは「取り消す」で戻れます。',
    state: (item: QueueItem) => STATES[item.state],
    progress: (done: number, total: number) => `${number(total)}枚中${number(done)}枚`,
    stop: '停止',
    save: 'すべてZIPで保存',
  },
};
