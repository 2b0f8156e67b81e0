import type { FailureMessages } from '../en/failure.ts';

/** Words for what should not happen. */
export const failure: FailureMessages = {
  heading: 'Algo salió mal',
  page: 'Hubo un error en la página. Tu trabajo está guardado en este navegador. Inténtalo de nuevo o recarga la página.',
  part: 'No se pudo cargar esta parte de la página. Comprueba la conexión e inténtalo de nuevo. Si hay una versión nueva de la página, recárgala. Tu trabajo está guardado.',
  again: 'Reintentar',
  reload: 'Recargar la página',
  save: 'Guardar proyecto',
};
