import type { Configuration } from 'webpack';

/** @param env.workbench - serve the workbench too, and Office.js from the package. */
export default function createConfig(
  env: { workbench?: boolean },
  argv: { mode: 'development' | 'production' },
): Configuration;
