/**
 * Group items by a key. Browsers that Excel still runs in know no `Map.groupBy`.
 *
 * @returns Groups in the order of their first items; items in the order given.
 * @example groupBy(['Acme', 'Baker', 'Abel'], name => name[0]).get('A') //=> ['Acme', 'Abel']
 */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) addToGroup(groups, keyOf(item), item);
  return groups;
}

/**
 * Put an item last in its group, for work that groups in slices.
 *
 * @example addToGroup(groups, 'A', 'Acme')
 */
export function addToGroup<Item, Key>(groups: Map<Key, Item[]>, key: Key, item: Item): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
