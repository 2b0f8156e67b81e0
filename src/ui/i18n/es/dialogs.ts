import type { Messages } from '../messages.ts';

export const dialogs: Messages['dialogs'] = {
  close: 'Cerrar',
  starters: {
    heading: 'Plantillas',
    note: 'Empieza con un boceto y la imagen que salió de él. Con Deshacer recuperas lo que tienes ahora.',
    loading: 'Cargando las plantillas',
    none: 'Aquí no hay plantillas. Elige una clase y pinta tu propio boceto.',
    blank: 'En blanco',
    recent: 'Recientes',
  },
  help: {
    heading: 'Atajos de teclado',
    note: 'Funcionan en todas partes, salvo mientras escribes en un campo.',
    canvasHeading: 'En el lienzo',
    canvas: [
      ['Espacio + arrastrar', 'Mover la vista'],
      ['Rueda o dos dedos', 'Zoom'],
      ['Alt + clic', 'Tomar la clase de ese punto'],
      ['Flechas', 'Mover el pincel un píxel; con Mayús, 16'],
      ['Intro', 'Estampar'],
      ['Espacio + flechas', 'Dibujar'],
      ['Esc', 'Cancelar lo que estás dibujando'],
      ['Mayús', 'Trazos rectos, cuadrados y círculos'],
      ['Doble clic', 'Terminar una polilínea'],
    ],
    or: 'o',
  },
  about: {
    heading: 'Acerca de Plein Air',
    intro:
      'Pinta dónde están el cielo, el agua y los bosques; una pequeña red neuronal, en esta misma página, convierte tu boceto en una imagen mientras miras.',
    local: 'Qué se queda en tu dispositivo',
    localText:
      'Todo. Detrás de esta página no hay ningún servidor. Los bocetos, las imágenes y los ajustes se guardan en este ' +
      'navegador, y el modelo son unos pocos archivos que se descargan, se comprueban y se conservan.',
    rights: 'De quién son las imágenes',
    rightsText:
      'Por parte de esta página, puedes usar como quieras lo que crees aquí. Abajo se indica de qué aprendió el ' +
      'modelo y con qué licencia, para que juzgues por tu cuenta.',
    model: (title) => `El modelo: ${title}`,
    modelFrom: ({ from, host }) => {
      if (from === 'files') return 'Cargado desde tus archivos.';
      if (host !== undefined) return `Cargado desde ${host}: lo pide la dirección que sigue a «?bundle=».`;
      return from === 'address' ? 'Cargado desde la dirección que sigue a «?bundle=».' : '';
    },
    trainedOn: 'Entrenado con',
    measured: 'Mediciones',
    limits: 'Límites',
    licence: 'Licencia',
    segmenter: 'Bocetos de fotos',
    segmenterText: (source, licence) => `${source} Licencia: ${licence}.`,
    noModel: 'La descripción del modelo aún no se ha podido leer.',
    machine: 'En este dispositivo',
    version: (version) => `Plein Air ${version}`,
  },
};
