/** How files name what a protected sheet allows (ECMA-376 18.3.1.85). */
import type { Permission } from '../book/types';

/**
 * The attribute that locks what a permission allows.
 *
 * @example lockName('allowFormatCells') //=> 'formatCells'
 */
export function lockName(permission: Permission): string {
  const own: Partial<Record<Permission, string>> = {
    allowEditObjects: 'objects',
    allowEditScenarios: 'scenarios',
  };
  return own[permission] ?? permission.charAt(5).toLowerCase() + permission.slice(6);
}
