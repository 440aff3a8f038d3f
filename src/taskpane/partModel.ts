import type { PaneModel } from './model/paneModel';
import { usePane } from './paneContext';

type CreatePartModel<Model> = (pane: PaneModel) => Model;

const made = new WeakMap<PaneModel, Map<CreatePartModel<unknown>, unknown>>();

/**
 * Give the model of a part of the pane, made when it is asked for first: a part and its model are loaded together, and what the user
 * did there is still there when the part is opened again.
 *
 * @example const collecting = partModel(pane, createCollectModel)
 */
export function partModel<Model>(pane: PaneModel, create: CreatePartModel<Model>): Model {
  const models = made.get(pane) ?? new Map<CreatePartModel<unknown>, unknown>();
  made.set(pane, models);
  if (!models.has(create)) models.set(create, create(pane));
  return models.get(create) as Model;
}

/** Give the model of a part to a component below `PaneContext.Provider`. */
export const usePart = <Model>(create: CreatePartModel<Model>): Model => partModel(usePane(), create);
