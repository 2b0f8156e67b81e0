import type { Messages } from '../messages.ts';
import type { Running } from '../../../state/painting/jobState.ts';
import { restText } from '../restText.ts';
import { bytes, duration, part } from './format.ts';

const PROGRESS: Record<Running['phase'], (job: Running) => string> = {
  download: ({ done, total }) => `正在下载模型：${bytes(done)} / ${bytes(total)}`,
  prepare: () => '正在准备模型',
  encode: () => '正在读取照片',
  segment: () => '正在识别照片的布局',
  sample: ({ done, total }) => `正在绘制：${part(done, total)}`,
  decode: ({ done, total }) => `正在生成像素：${part(done, total)}`,
};

const rest = restText((seconds) => `还剩 ${duration(seconds)}`);

export const jobText: Messages['job'] = {
  label: '绘制',
  paint: '绘制',
  paintNew: '重新开始',
  paintAll: '全部重绘',
  stop: '停止',
  goOn: '继续',
  fetch: '立即下载',
  fetchYes: '下载',
  notNow: '以后再说',
  again: '重试',
  dismiss: '关闭',
  details: '详情',
  modelSize: (size) => `绘制需要 ${bytes(size)} 的模型，只下载一次，之后留在这台设备上。`,
  savesData: (size) => `浏览器要求网页节省流量。绘制需要 ${bytes(size)} 的模型，只下载一次。现在下载吗？`,
  ready: '可以绘制了。',
  starting: (purpose) => (purpose === 'fetch' ? '正在查找模型' : '正在准备'),
  progress: (job) => PROGRESS[job.phase](job),
  rest,
  stopping: '正在停止',
  stopped: (done, total) => `已停止，图片画到 ${part(done, total)}。`,
  done: ({ purpose, seconds }) =>
    purpose === 'fetch'
      ? '模型已准备好。'
      : purpose === 'segment'
        ? '布局已和照片一致。'
        : `完成，用时 ${duration(seconds)}。`,
  nothingLost: ({ purpose }) => (purpose === 'fetch' || purpose === 'inspect' ? '' : '你的作品没有丢失。'),
  announce: (job, percent) => {
    if (job.phase === 'download') return percent === 100 ? '模型已下载。' : `正在下载模型，${percent}%。`;
    if (job.phase === 'prepare') return percent === 100 ? '模型已准备好。' : '';
    if (job.phase === 'encode') return percent === 100 ? '' : '正在读取照片。';
    if (job.phase === 'segment') return percent === 100 ? '' : '正在识别照片的布局。';
    if (job.phase === 'decode') return percent === 100 ? '图片已完成。' : '';
    return percent === 100 ? '全部画好了。' : `正在绘制，${percent}%。`;
  },
};
