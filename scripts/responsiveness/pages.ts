/** The add-in and the workbench as they are deployed, served from memory of this machine. */
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import webpack from 'webpack';
import createConfig from '../../webpack.config.js';

const root = path.resolve(__dirname, '../..');
const officeScripts = path.join(root, 'node_modules/@microsoft/office-js/dist');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
};

export interface ServedPages {
  readonly port: number;
  close(): void;
}

/**
 * Build for production into a folder of its own and serve that together with a workbook, on a free port of this machine.
 *
 * @param workbook - the file that is served as `/ledger.xlsx`.
 * @param isReadable - leaves the scripts their names, to find in them what took long.
 */
export async function servePages(workbook: Uint8Array, isReadable: boolean): Promise<ServedPages> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tiercel-responsiveness-'));
  await build(folder, isReadable);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/ledger.xlsx') {
      response.end(workbook);
      return;
    }
    const file = fileAt(folder, pathname);
    if (file === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': contentTypes[path.extname(file)] ?? 'application/octet-stream',
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close: () => {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function build(folder: string, isReadable: boolean): Promise<void> {
  const config = createConfig({ workbench: true }, { mode: 'production' });
  const compiler = webpack({
    ...config,
    context: root,
    output: { ...config.output, path: folder },
    optimization: { minimize: !isReadable },
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors()) reject(new Error(stats.toString('errors-only')));
      else compiler.close(() => resolve());
    });
  });
}

/** The file behind an address, of the build or of Office.js; null where there is none. */
function fileAt(folder: string, pathname: string): string | null {
  const asked = pathname === '/' ? '/index.html' : decodeURIComponent(pathname);
  const candidates = [
    path.join(folder, asked),
    ...(asked.startsWith('/office-js/') ? [path.join(officeScripts, asked.slice('/office-js/'.length))] : []),
  ];
  return candidates.find(file => existsSync(file) && statSync(file).isFile()) ?? null;
}
