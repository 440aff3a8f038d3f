/**
 * `npm start`: builds, serves on this machine and opens the workbench with the sample workbook.
 * `npm start -- --no-open --port 3100` is for scripts and tests: no browser, no live reload.
 * `npm start -- --https` serves the add-in for a real Excel, which asks for https; `npm run excel` uses it.
 */
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { getHttpsServerOptions } from 'office-addin-dev-certs';
import webpack from 'webpack';
import WebpackDevServer from 'webpack-dev-server';
import createConfig from '../webpack.config.js';
import { writeSample } from './sample';

const root = path.resolve(__dirname, '..');
const firstPort = 3000;
const portsToTry = 20;

function readArguments() {
  const { values } = parseArgs({
    options: {
      'no-open': { type: 'boolean', default: false },
      https: { type: 'boolean', default: false },
      port: { type: 'string' },
    },
  });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
    throw new Error(`--port needs a number from 1 to 65535, not "${values.port}".`);
  }
  return { opensBrowser: !values['no-open'] && !values.https, forExcel: values.https, port };
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, 'localhost', () => probe.close(() => resolve(true)));
  });
}

async function choosePort(wanted: number | undefined): Promise<number> {
  if (wanted !== undefined) {
    if (await isFree(wanted)) return wanted;
    throw new Error(`Port ${wanted} is in use. Choose another: npm start -- --port ${wanted + 1}`);
  }
  for (let port = firstPort; port < firstPort + portsToTry; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new Error(
    `Ports ${firstPort} to ${firstPort + portsToTry - 1} are all in use. Choose one: npm start -- --port 4000`,
  );
}

async function start(): Promise<void> {
  const { opensBrowser, forExcel, port: wanted } = readArguments();
  const port = await choosePort(wanted);

  const sample = path.join(root, 'assets/sample.xlsx');
  if (!existsSync(sample)) await writeSample(sample);

  const config = createConfig({ workbench: !forExcel }, { mode: 'development' });
  const compiler = webpack({ ...config, context: root });
  const server = new WebpackDevServer(
    {
      host: 'localhost',
      port,
      server: forExcel ? { type: 'https', options: await getHttpsServerOptions() } : 'http',
      open: opensBrowser,
      hot: false,
      liveReload: opensBrowser,
      client: opensBrowser ? { overlay: false, logging: 'none' } : false,
      static: {
        directory: path.join(root, 'node_modules/@microsoft/office-js/dist'),
        publicPath: '/office-js',
        watch: false,
      },
      devMiddleware: { stats: 'errors-warnings' },
      setupExitSignals: true,
    },
    compiler,
  );
  const announcement = forExcel
    ? `Tiercel for Excel: https://localhost:${port}/taskpane.html`
    : `Tiercel workbench: http://localhost:${port}/`;
  compiler.hooks.done.tap('Announce', stats => {
    if (!stats.hasErrors()) console.log(announcement);
  });
  await server.start();
}

start().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
