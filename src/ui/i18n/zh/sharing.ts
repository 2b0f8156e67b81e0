import type { ShareMessages } from '../en/sharing.ts';
import { number } from './format.ts';

/** Words of sharing a picture, and of one that was shared. */
export const sharing: ShareMessages = {
  button: '分享',
  heading: '分享链接',
  note: '图片就在链接里，不会上传任何内容。拿到链接的人都能看到这张图片。',
  title: '标题（可不填）',
  link: '链接',
  size: (characters: number) => `${number(characters)} 个字符。`,
  copy: '复制链接',
  copied: '链接已复制。',
  notCopied: '浏览器不允许复制。链接已选中，请用键盘复制。',
  send: '发送…',
  code: '链接的二维码',
  dense: '这个二维码很密，扫码时请靠近并拿稳。',
  noCode: '链接太长，无法生成二维码。',
  tooLong: (characters: number) =>
    `链接会有 ${number(characters)} 个字符，有些聊天软件会截断这么长的链接。请改为发送项目文件。`,
  saveProject: '保存项目',
  notYet: '生成链接要用到模型的说明，目前还没读取到。请稍后再试。',
  otherTokens: '绘制这张图片的模型编码太多，链接装不下。请改为发送项目文件。',
  offered: {
    heading: '有人分享了一张图片',
    note: '这个链接里有一张图片。打开它会替换现在的内容，撤销即可恢复。',
    named: (title: string) => `标题是“${title}”。`,
    open: '在这里打开',
    leave: '忽略',
  },
};
