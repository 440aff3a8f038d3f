import type { PaneModel } from './model/paneModel';
import { usePane } from './paneContext';

type CreatePartModel<Model> = (pane: PaneModel) => Model;

/**
 * Give the model of a part of the pane, made when it is asked for first: a part and its model are loaded together, and what the user
 * did there is still there when the part is opened again. The pane holds them itself: what hangs on a weak map alone an engine looks through in the one pause at
 * the end of tidying memory, not in steps before it, and parts hold tens of megabytes.
 *
 * @example const collecting = partModel(pane, createCollectModel)
 */
export function partModel<Model>(pane: PaneModel, create: CreatePartModel<Model>): Model {
  const { partModels } = pane;
  if (!partModels.has(create)) partModels.set(create, create(pane));
  return partModels.get(create) as Model;
}

/** Give the model of a part to a component below `PaneContext.Provider`. */
export const usePart = <Model>(create: CreatePartModel<Model>): Model => partModel(usePane(), create);
