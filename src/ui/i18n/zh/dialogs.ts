import type { Messages } from '../messages.ts';

export const dialogs: Messages['dialogs'] = {
  close: '关闭',
  starters: {
    heading: '模板',
    note: '从一个布局和由它绘制的图片开始。撤销可恢复现在的内容。',
    loading: '正在加载模板',
    none: '这里没有模板。选个类别，自己画吧。',
    blank: '空白',
    recent: '最近',
  },
  help: {
    heading: '键盘快捷键',
    note: '在输入框里打字时不起作用，其他时候随时可用。',
    canvasHeading: '在画布上',
    canvas: [
      ['空格 + 拖动', '平移'],
      ['滚轮，或双指', '缩放'],
      ['Alt + 点击', '吸取类别'],
      ['方向键', '让画笔移动 1 像素，按住 Shift 移动 16 像素'],
      ['Enter', '点一笔'],
      ['空格 + 方向键', '连续画'],
      ['Esc', '取消正在画的内容'],
      ['Shift', '画直线、正方形和正圆'],
      ['双击', '结束折线'],
    ],
    or: '或',
  },
  about: {
    heading: '关于 Plein Air',
    intro: '画出哪里是天空、哪里是水、哪里是树林，网页里的小型神经网络就会在你眼前把布局变成图片。',
    local: '哪些内容留在你的设备上',
    localText:
      '全部。这个页面背后没有服务器。布局、图片和设置都保存在浏览器里，模型也只是几个文件，下载并校验后就留在本地。',
    rights: '图片归谁所有',
    rightsText:
      '就这个页面而言，你在这里画出的图片可以随意使用。下面列出了模型学习过的资料及其许可协议，供你自行判断。',
    model: (title) => `模型：${title}`,
    modelFrom: ({ from, host }) => {
      if (from === 'files') return '从你的文件加载。';
      if (host !== undefined) return `从 ${host} 加载：由“?bundle=”后面的地址指定。`;
      return from === 'address' ? '从“?bundle=”后面的地址加载。' : '';
    },
    trainedOn: '训练数据',
    measured: '实测结果',
    limits: '局限',
    licence: '许可协议',
    segmenter: '照片的布局',
    segmenterText: (source, licence) => `${source} 许可协议：${licence}。`,
    noModel: '还没读取到模型的说明。',
    machine: '在这台设备上',
    version: (version) => `Plein Air ${version}`,
  },
};
