/** `npm run excel`: serves the add-in over https and sideloads it into desktop Excel (Windows, macOS). */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '..');

if (process.platform === 'linux') {
  console.error(
    'There is no desktop Excel on Linux, so nothing can be sideloaded here.\n' +
      'Use "npm start" for the workbench, or upload manifest.xml in Excel on the web: Home > Add-ins > More add-ins > Upload My Add-in.',
  );
  process.exit(1);
}

const run = spawnSync(
  'npx',
  [
    'office-addin-debugging',
    'start',
    'manifest.xml',
    'desktop',
    '--app',
    'excel',
    '--dev-server',
    '"npm start -- --https --port 3000"',
    '--dev-server-port',
    '3000',
  ],
  { cwd: root, stdio: 'inherit', shell: true },
);
process.exit(run.status ?? 1);
