import type { Stored, StorageReport } from '../../../io/browserStorage.ts';
import type { StorageMessages } from '../en/storage.ts';
import { bytes, number } from './format.ts';

const PARTS: Record<Stored, string> = {
  models: '模型',
  engine: '引擎',
  page: '页面',
  work: '我的图片',
};

/** Words about what is kept in this browser. */
export const storage: StorageMessages = {
  heading: '浏览器里存储的内容',
  note: '所有内容都只在这台设备上。模型、引擎和页面需要时会重新下载；图片删除后无法找回。',
  parts: PARTS,
  size: (part: Stored, { parts, former }: Pick<StorageReport, 'parts' | 'former'>) => {
    if (part === 'work') return `${number(parts.work)} 张图片`;
    if (parts[part] === 0) return '无';
    const old = part === 'page' ? 0 : former[part];
    // What a newer one has replaced leaves by itself.
    return old === 0 ? bytes(parts[part]) : `${bytes(parts[part])}，其中 ${bytes(old)} 已不再使用`;
  },
  looking: '正在统计',
  remove: '删除',
  sure: '确定删除？',
  delete: (part: Stored) => `删除${PARTS[part]}`,
  really: (part: Stored) => `确定删除${PARTS[part]}`,
  deleted: (part: Stored) => `${PARTS[part]}已删除。`,
  keep: '请浏览器保留这些内容',
  promised: '浏览器已承诺保留这些内容。',
  refused: '浏览器没有承诺保留：空间不足时可能会清除。重要的图片请保存为项目。',
};
