import type { ConventionId } from '../../../core/conventions/convention.ts';
import type { ReadImport } from '../../../state/maps/mapImport.ts';
import type { QueueItem } from '../../../state/maps/mapQueue.ts';
import type { MapMessages } from '../en/maps.ts';
import { doubtsText, regionText } from '../mapTexts.ts';
import { formats, number, preciseShare, share } from './format.ts';

const CONVENTIONS: Record<ConventionId, string> = {
  'plein-air': 'Plein Air 编号',
  'plein-air-colors': 'Plein Air 颜色',
  'coco-stuff': 'COCO-Stuff 和 S-FLCKR 编号（从 0 起）',
  'coco-stuff-1': 'COCO-Stuff 编号（从 1 起）',
  'coco-pixel-maps': 'COCO-Stuff 像素图',
  spade: 'SPADE 编号（182 为未知）',
  gaugan: 'GauGAN 颜色',
  'smart-sketch': 'Smart-Sketch 颜色',
  ade20k: 'ADE20K 编号（从 1 起）',
  'ade20k-0': 'ADE20K 编号（从 0 起）',
  'ade20k-colors': 'ADE20K 颜色',
  'ade20k-full': 'ADE20K 完整标签（_seg）',
  cityscapes: 'Cityscapes 编号',
  'cityscapes-train': 'Cityscapes 训练编号',
  'cityscapes-colors': 'Cityscapes 颜色',
  'coco-panoptic': 'COCO 全景分割颜色',
  'coco-panoptic-ids': 'COCO 全景分割编号',
  mmsegmentation: 'mmsegmentation 编号',
  'mmsegmentation-colors': 'mmsegmentation 颜色',
  jittor: 'Jittor 风景编号',
  voc: 'VOC 颜色（labelme、CVAT）',
};

function understood({ convention, unnamed, isMask, regions, exact, lossy }: ReadImport): string {
  if (isMask) return '这是只有两种值的蒙版。请指明每种值是什么。';
  const some = `${number(regions.length)} 个区域`;
  if (convention === undefined) return `没有认出标注规范，共 ${some}。请指明每个区域是什么。`;
  if (unnamed) return `${CONVENTIONS[convention]}：${some}，标签由作者自定。请指明每个区域是什么。`;
  const parts = [CONVENTIONS[convention], `${number(regions.length)} 个类别`];
  if (!lossy) parts.push(`${preciseShare(exact)} 吻合`);
  return `${parts.join('，')}。`;
}

const regionName = regionText({ transparent: '透明', other: '其他所有值', label: (digits) => `标签 ${digits}` });

const doubts = doubtsText(
  {
    lossy: '这种格式会让颜色失真，请留意边缘；换成 PNG 会更清晰。',
    inexact: '不吻合的像素已归入最接近的区域。',
    guessed: '类别是根据颜色和高低位置初步猜测的。',
    numbers: '文件里只有数字，这里的颜色仅用于区分。',
  },
  formats,
);

const PHASES: Record<ReadImport['phase'], string> = {
  read: '撤销可恢复现在的内容。',
  rereading: '正在换一种方式读取',
  taking: '正在生成布局',
};

const STATES: Record<QueueItem['state'], string> = {
  waiting: '等待中',
  reading: '正在读取',
  painting: '正在绘制',
  done: '完成',
  failed: '无法读取',
  left: '已跳过',
};

/** Words of the dialogs for maps that come from elsewhere. */
export const maps: MapMessages = {
  drop: '放到任意位置',
  dropNote: '照片可以扩展，分割图会变成布局，多张分割图会逐张绘制成图片。项目和模型也可以打开。',
  heading: '将分割图用作布局',
  another: '打开其他文件…',
  isPhotograph: '这是照片',
  understood,
  doubts,
  nameThem: '自己指定颜色含义',
  orRead: (id: ConventionId) => `或者是 ${CONVENTIONS[id]}？`,
  readAs: '读取方式',
  classShare: (name: string, part: number) => `${name} ${part < 0.005 ? '< 1%' : share(part)}`,
  wouldGive: (exact: number, classes: readonly string[]) => `${preciseShare(exact)} 吻合：${classes.join('、')}`,
  unknownNote: '由你指明每个区域是什么。',
  others: (ids: readonly ConventionId[]) => `以下规范都对不上：${ids.map((id) => CONVENTIONS[id]).join('；')}。`,
  convention: (id: ConventionId) => CONVENTIONS[id],
  unknown: '自己指定区域',
  original: '原图',
  originalOf: (name: string) => `“${name}”原图`,
  reading: '读取结果',
  preview: (name: string) => `“${name}”的读取结果`,
  regions: '区域',
  region: regionName,
  small: (count: number, part: number) =>
    `${number(count)} 个小区域，合计 ${part < 0.001 ? '< 0.1%' : preciseShare(part)}`,
  guess: (name: string) => `${name}？`,
  regionShare: (part: number) => (part < 0.001 ? '< 0.1%' : share(part)),
  classOf: (region: string) => `“${region}”是什么`,
  size: '布局尺寸',
  sizeNow: (size: string) => `${size}，当前尺寸`,
  sizeNearest: (size: string) => `${size}，最接近分割图`,
  fit: '适配',
  fits: { cut: '裁剪', stretch: '拉伸' },
  place: '取哪部分',
  placeValue: (place: number) => share(place),
  placeNote: '也可以直接拖动框。',
  take: '用作布局',
  takeAndPaint: '使用并绘制',
  phase: (phase: ReadImport['phase']) => PHASES[phase],
  queue: {
    heading: '逐张绘制分割图',
    note: '每张分割图都按当前设置绘制成图片。最后几张可以用撤销找回。',
    state: (item: QueueItem) => STATES[item.state],
    progress: (done: number, total: number) => `${number(done)} / ${number(total)} 张分割图`,
    stop: '停止',
    save: '全部存为 ZIP',
  },
};
