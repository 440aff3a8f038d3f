import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PaneModel } from './model/paneModel';

/** Hands the pane's model to every view. */
export const PaneContext = createContext<PaneModel | null>(null);

/** Give the pane's model to a component below `PaneContext.Provider`. */
export function usePane(): PaneModel {
  const pane = useContext(PaneContext);
  if (pane === null) throw new Error('A view of the pane stands outside PaneContext.Provider');
  return pane;
}
