import { createContext } from 'react';

/** A panel is opened by the button that carries it, and closes itself. */
export const OverlayContext = createContext<{ readonly close: () => void }>({
  close: () => undefined,
});
