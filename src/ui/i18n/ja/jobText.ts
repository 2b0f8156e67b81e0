import type { Messages } from '../messages.ts';
import type { Running } from '../../../state/painting/jobState.ts';
import { restText } from '../restText.ts';
import { bytes, duration, part } from './format.ts';

const PROGRESS: Record<Running['phase'], (job: Running) => string> = {
  download: ({ done, total }) => `モデルをダウンロード中：${bytes(done)} / ${bytes(total)}`,
  prepare: () => 'モデルを準備中',
  encode: () => '写真を読み取り中',
  segment: () => '写真から下絵を作成中',
  sample: ({ done, total }) => `描画中：${part(done, total)}`,
  decode: ({ done, total }) => `ピクセルを生成中：${part(done, total)}`,
};

const rest = restText((seconds) => `残り${duration(seconds)}`);

export const jobText: Messages['job'] = {
  label: '描画',
  paint: '描く',
  paintNew: '最初から描く',
  paintAll: '全体を描き直す',
  stop: '停止',
  goOn: '続きを描く',
  fetch: 'ダウンロード',
  fetchYes: 'ダウンロード',
  notNow: 'あとで',
  again: '再試行',
  dismiss: '閉じる',
  details: '詳細',
  modelSize: (size) => `描くには、最初に一度だけ${bytes(size)}をダウンロードします。データはこの端末に残ります。`,
  savesData: (size) =>
    `ブラウザがデータ通信の節約を求めています。描くには、最初に一度だけ${bytes(size)}のダウンロードが必要です。ダウンロードしますか？`,
  ready: 'いつでも描けます。',
  starting: (purpose) => (purpose === 'fetch' ? 'モデルを探しています' : '準備中'),
  progress: (job) => PROGRESS[job.phase](job),
  rest,
  stopping: '停止しています',
  stopped: (done, total) => `絵の${part(done, total)}で停止しました。`,
  done: ({ purpose, seconds }) =>
    purpose === 'fetch'
      ? 'モデルの準備ができました。'
      : purpose === 'segment'
        ? '下絵を写真に合わせました。'
        : `${duration(seconds)}で完了しました。`,
  nothingLost: ({ purpose }) => (purpose === 'fetch' || purpose === 'inspect' ? '' : '作業内容は失われていません。'),
  announce: (job, percent) => {
    if (job.phase === 'download')
      return percent === 100 ? 'モデルをダウンロードしました。' : `モデルをダウンロード中、${percent}%。`;
    if (job.phase === 'prepare') return percent === 100 ? 'モデルの準備ができました。' : '';
    if (job.phase === 'encode') return percent === 100 ? '' : '写真を読み取っています。';
    if (job.phase === 'segment') return percent === 100 ? '' : '写真から下絵を作っています。';
    if (job.phase === 'decode') return percent === 100 ? '絵が完成しました。' : '';
    return percent === 100 ? 'すべて描きました。' : `描画中、${percent}%。`;
  },
};
