import type { ShareMessages } from '../en/sharing.ts';
import { number } from './format.ts';

/** Words of sharing a picture, and of one that was shared. */
export const sharing: ShareMessages = {
  button: 'Compartir',
  heading: 'Compartir un enlace',
  note: 'La imagen va dentro del propio enlace. No se sube nada, y quien tenga el enlace puede ver la imagen.',
  title: 'Título (opcional)',
  link: 'Enlace',
  size: (characters: number) => `${number(characters)} caracteres.`,
  copy: 'Copiar enlace',
  copied: 'Enlace copiado.',
  notCopied: 'El navegador no dejó copiar. El enlace está seleccionado: cópialo con el teclado.',
  send: 'Enviar…',
  code: 'Código QR del enlace',
  dense: 'Este código QR es muy denso: acerca la cámara y mantenla quieta.',
  noCode: 'Este enlace es demasiado largo para un código QR.',
  tooLong: (characters: number) =>
    `El enlace tendría ${number(characters)} caracteres, y algunas aplicaciones de mensajería cortan enlaces tan largos. Envía mejor el archivo de proyecto.`,
  saveProject: 'Guardar el proyecto',
  notYet:
    'Para el enlace hace falta la descripción del modelo, que aún no se ha leído. Inténtalo de nuevo en un momento.',
  otherTokens:
    'El modelo que hizo esta imagen tiene más códigos de los que caben en un enlace. Envía mejor el archivo de proyecto.',
  offered: {
    heading: 'Una imagen compartida',
    note: 'Este enlace trae una imagen. Si la abres, reemplaza lo que tienes aquí; con Deshacer lo recuperas.',
    named: (title: string) => `Se llama «${title}».`,
    open: 'Abrirla aquí',
    leave: 'Ignorar',
  },
};
