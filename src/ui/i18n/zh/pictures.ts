import type { AutosaveTrouble } from '../../../io/autosave.ts';
import type { PicturesMessages } from '../en/pictures.ts';
import { bytes, date, number } from './format.ts';

const TROUBLES: Record<AutosaveTrouble, string> = {
  full: '浏览器的存储空间已满，你的作品没有存下来。页面会继续尝试。请腾出空间，或保存项目。',
  unavailable: '这个浏览器无法存储你的作品。页面会继续尝试。离开前请先保存项目。',
  silent: '浏览器的存储没有响应，所以没能打开你上次的图片，不过它还在。请重新加载页面再试。',
};

const nameOf = (title: string) => (title === '' ? '这张图片' : `“${title}”`);

/** Words of a person's pictures, and of keeping them. */
export const pictures: PicturesMessages = {
  heading: '我的图片',
  note: '你画的一切都会保存在这个浏览器里，直到你删除。',
  loading: '正在查找你的图片',
  none: '这里还是空的。你画的图片会自动出现在这里。',
  failed: '浏览器的存储没有响应。请重新加载页面再试。',
  stored: '已保存在此浏览器中。',
  begin: '新建图片',
  open: (title: string) => `打开${nameOf(title)}`,
  untitled: '未命名',
  unreadable: '无法读取',
  marks: { here: '已在此打开', elsewhere: '已在其他标签页打开', nowhere: '' },
  link: '来自链接',
  date,
  size: (width: number, height: number) => `${width} × ${height}`,
  more: (title: string) => `${nameOf(title)}的更多操作`,
  rename: '重命名…',
  title: '标题',
  apply: '重命名',
  duplicate: '创建副本',
  copyOf: (title: string) => `${title === '' ? '未命名' : title} 副本`,
  saveProject: '保存为项目',
  saveRaw: '保存为文件',
  remove: '删除',
  deleted: (title: string) => `${title === '' ? '图片' : `“${title}”`}已删除。`,
  undo: '撤销',
  full: '浏览器的存储空间用完了。请删除不再需要的图片，也可以先把它们保存为项目。',
  room: (count: number, used: number) => `${number(count)} 张图片，${bytes(used)}。`,
  back: '回到上一张图片',
  openLast: '打开',
  troubles: TROUBLES,
  saveNow: '保存项目',
  unsaved: {
    heading: '这张图片还没有存下来',
    note: '浏览器没能存下当前打开的图片。在换成另一张之前，请先把它保存为项目。',
    save: '保存项目',
    replace: '仍要替换',
    keep: '保留',
  },
};
