import type { FailureMessages } from '../en/failure.ts';

/** Words for what should not happen. */
export const failure: FailureMessages = {
  heading: '問題が発生しました',
  page: 'ページでエラーが起きました。作業内容はこのブラウザに保存されています。もう一度試すか、ページを再読み込みしてください。',
  part: 'ページの一部を読み込めませんでした。接続を確認して、もう一度お試しください。ページの新しいバージョンが出ている場合は、再読み込みしてください。作業内容は保存されています。',
  again: '再試行',
  reload: '再読み込み',
  save: 'プロジェクトを保存',
};
