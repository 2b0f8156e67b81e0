import type { Messages } from '../messages.ts';

export const errors: Messages['errors'] = {
  ABORTED: { what: '已停止绘制。', advice: '按“绘制”可重新开始。' },
  MANIFEST_MISSING: {
    what: '这个地址没有模型。',
    advice: '请检查“?bundle=”后面的地址，或从文件打开模型。',
  },
  MANIFEST_INVALID: {
    what: '这个页面无法读取该地址的模型。',
    advice: '可能需要更新版本的页面。请换一个模型试试。',
  },
  GRAPH_MISSING: {
    what: '模型有一部分没找到。',
    advice: '可能正在更新，请稍后再试。',
  },
  GRAPH_TRUNCATED: { what: '模型有一部分没有下载完整。', advice: '请重试。' },
  GRAPH_HASH: {
    what: '模型有一部分已损坏，因此没有使用。',
    advice: '请重试。如果仍然这样，说明网站上的文件已损坏。',
  },
  NETWORK: {
    what: '下载模型或引擎时网络中断了。',
    advice: '请检查网络后重试；如果网络正常，可能是浏览器扩展拦截了下载。已下载的文件不会重新下载。',
  },
  ENGINE_FILE: {
    what: '运行模型所需的文件没有正常下载。',
    advice: '可能被浏览器扩展或过滤软件拦截，也可能网站上缺少它。请停用扩展后重试；如果仍然这样，请向我们反馈。',
  },
  NO_BACKEND: {
    what: 'GPU 和 CPU 都没有通过模型的自检。',
    advice: '换用更新的浏览器也许可以解决。请附上详情向我们反馈。',
  },
  DEVICE_LOST: {
    what: 'GPU 不可用了。',
    advice: '设备休眠或驱动重启时会这样。请继续或重试。',
  },
  OUT_OF_MEMORY: {
    what: '内存不足。',
    advice: '请关闭其他标签页或选小一点的尺寸，然后重试。',
  },
  WORKER_DIED: {
    what: '绘制意外中断，已重新启动。',
    advice: '请继续或重试。',
  },
  BAD_REQUEST: { what: '模型画不了这个。', advice: '请换个尺寸或氛围试试。' },
  INTERNAL: {
    what: '绘制时出了点问题。',
    advice: '请重试。如果仍然这样，请向我们反馈。',
  },
};
