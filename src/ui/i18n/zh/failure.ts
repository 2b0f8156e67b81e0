import type { FailureMessages } from '../en/failure.ts';

/** Words for what should not happen. */
export const failure: FailureMessages = {
  heading: '出了点问题',
  page: '页面遇到错误。你的作品已存入浏览器。请重试，或重新加载页面。',
  part: '页面的这一部分没能加载。请检查网络后重试；如果页面有了新版本，请重新加载。你的作品已存好。',
  again: '重试',
  reload: '重新加载',
  save: '保存项目',
};
