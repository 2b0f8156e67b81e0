import type { ExportMessages } from '../en/exporting.ts';

export const exporting: ExportMessages = {
  what: '内容',
  things: { picture: '图片', layout: '布局', pair: '两者', project: '项目' },
  size: '尺寸（像素）',
  format: '格式',
  formatNotes: {
    png: '像素完全保留。',
    jpeg: '文件小，到处都能打开。',
    webp: '比 JPEG 更小，浏览器可打开。',
  },
  pngOfPicture: '像素完全保留，并记下图片的生成方式。',
  convention: '取值',
  conventionLoses: 'ADE20K 没有云和雪：它们会变成天空和山。',
  projectNote: '全部内容都在一个文件里，可在这里打开继续。',
  copy: '复制',
  copyNote: '复制为 PNG，可粘贴到别处。',
};
