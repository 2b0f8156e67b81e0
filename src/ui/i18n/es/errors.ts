import type { Messages } from '../messages.ts';

export const errors: Messages['errors'] = {
  ABORTED: { what: 'Se dejó de pintar.', advice: 'Pulsa Pintar para empezar de nuevo.' },
  MANIFEST_MISSING: {
    what: 'En esta dirección no hay ningún modelo.',
    advice: 'Revisa la dirección que sigue a «?bundle=» o abre un modelo desde tus archivos.',
  },
  MANIFEST_INVALID: {
    what: 'Esta página no puede leer el modelo de esta dirección.',
    advice: 'Quizá necesite una versión más nueva de la página. Prueba con otro modelo.',
  },
  GRAPH_MISSING: {
    what: 'No se encontró una parte del modelo.',
    advice: 'Puede que lo estén actualizando ahora mismo. Inténtalo de nuevo en un momento.',
  },
  GRAPH_TRUNCATED: { what: 'Una parte del modelo no se descargó entera.', advice: 'Inténtalo de nuevo.' },
  GRAPH_HASH: {
    what: 'Una parte del modelo está dañada y no se usó.',
    advice: 'Inténtalo de nuevo. Si vuelve a pasar, el archivo está dañado en el servidor de esta página.',
  },
  NETWORK: {
    what: 'Falló la conexión mientras se descargaba el modelo o su motor.',
    advice:
      'Comprueba la conexión e inténtalo de nuevo; si funciona bien, quizá una extensión bloquee la descarga. Los archivos que ya están aquí no se descargan otra vez.',
  },
  ENGINE_FILE: {
    what: 'El archivo que ejecuta el modelo no llegó como debía.',
    advice:
      'Quizá lo bloquee una extensión o un filtro, o falte en el servidor de esta página. Inténtalo de nuevo sin extensiones; si sigue igual, avísanos.',
  },
  NO_BACKEND: {
    what: 'Ni el procesador gráfico ni el procesador superaron la autoprueba del modelo.',
    advice: 'Un navegador más nuevo puede ayudar. Avísanos y adjunta los detalles.',
  },
  DEVICE_LOST: {
    what: 'El procesador gráfico dejó de estar disponible.',
    advice: 'Pasa cuando el dispositivo se suspende o su controlador se reinicia. Continúa o inténtalo de nuevo.',
  },
  OUT_OF_MEMORY: {
    what: 'No hay memoria suficiente.',
    advice: 'Cierra otras pestañas o elige un tamaño menor, e inténtalo de nuevo.',
  },
  WORKER_DIED: {
    what: 'Hubo un fallo al pintar y el motor se reinició.',
    advice: 'Continúa o inténtalo de nuevo.',
  },
  BAD_REQUEST: { what: 'El modelo no puede pintar esto.', advice: 'Prueba con otro tamaño o ambiente.' },
  INTERNAL: {
    what: 'Algo salió mal al pintar.',
    advice: 'Inténtalo de nuevo. Si vuelve a pasar, avísanos.',
  },
};
