/**
 * Two builds from one file. `npm run build` makes what is deployed: the pane (which is also the shared runtime of the
 * functions and commands), icons and the manifest with the production address. `npm start` adds the workbench and
 * serves Office.js from the package, because a fresh machine may be offline.
 */
require('tsx/cjs');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const CssPlugin = require('mini-css-extract-plugin');
const { config: settings, version } = require('./package.json');
const { renderPage } = require('./scripts/functionPages/html.ts');
const { functionsMetadata, metadataFiles } = require('./scripts/functionsMetadata.ts');

const developmentAddress = 'https://localhost:3000/';
/** The store requires that shipped pages load Office.js from here. */
const hostedOfficeScript = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const servedOfficeScript = '/office-js/office.js';

/** Emits functions.json and its Chinese twin, made from the functions' own documentation and the catalogue. */
class FunctionsMetadataPlugin {
  constructor(address) {
    this.address = address;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('FunctionsMetadata', compilation => {
      compilation.contextDependencies.add(path.resolve(__dirname, 'src/functions'));
      compilation.hooks.processAssets.tapPromise(
        { name: 'FunctionsMetadata', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        async () => {
          for (const [language, file] of Object.entries(metadataFiles)) {
            const metadata = JSON.stringify(await functionsMetadata(language, this.address), null, 2);
            compilation.emitAsset(file, new sources.RawSource(metadata));
          }
        },
      );
    });
  }
}

const productionManifest = content =>
  content.toString().replaceAll(developmentAddress, new URL(settings.address).href);

module.exports = (env = {}, argv = {}) => {
  const isProduction = argv.mode === 'production';
  const withWorkbench = Boolean(env.workbench);

  const pages = [
    new HtmlPlugin({
      filename: 'taskpane.html',
      template: 'src/taskpane/taskpane.html',
      chunks: ['taskpane'],
      // Office.js starts the custom functions at DOMContentLoaded, or at once when the page is past loading; a deferred
      // script may run after that, and every formula of the workbook would fail. A blocking one cannot.
      inject: 'body',
      scriptLoading: 'blocking',
      officeScript: withWorkbench ? servedOfficeScript : hostedOfficeScript,
    }),
  ];
  const copied = [
    { from: 'assets/*.{png,html,json}' },
    { from: 'manifest.xml', transform: isProduction ? productionManifest : undefined },
    {
      from: 'docs/functions/*.md',
      to: '[path][name].html',
      transform: (content, file) => renderPage(content.toString(), file),
    },
  ];
  if (withWorkbench) {
    pages.push(
      new HtmlPlugin({
        filename: 'index.html',
        template: 'src/workbench/page/workbench.html',
        chunks: ['workbench'],
      }),
    );
    copied.push(
      { from: 'assets/sample.xlsx', to: 'assets/sample.xlsx', noErrorOnMissing: true },
      { from: 'src/workbench/host/trustPage.html', to: 'office-js/AgaveErrorUX/index.html' },
    );
  }

  return {
    mode: isProduction ? 'production' : 'development',
    devtool: isProduction ? false : 'source-map',
    entry: {
      taskpane: './src/taskpane/taskpane.tsx',
      ...(withWorkbench ? { workbench: './src/workbench/page/workbench.tsx' } : {}),
    },
    output: {
      path: path.resolve(__dirname, 'dist'),
      // The manifest names the script, so its name stays the same from one version to the next.
      filename: '[name].js',
      clean: true,
    },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: 'swc-loader',
          options: {
            jsc: {
              target: 'es2022',
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic', importSource: 'preact' } },
            },
          },
        },
        { test: /\.css$/, use: [CssPlugin.loader, 'css-loader'] },
        { test: /\.svg$/, type: 'asset/source' },
      ],
    },
    plugins: [
      new CssPlugin({ filename: '[name].css' }),
      new CopyPlugin({ patterns: copied }),
      new FunctionsMetadataPlugin(isProduction ? settings.address : developmentAddress),
      new (require('webpack').DefinePlugin)({ TIERCEL_VERSION: JSON.stringify(version) }),
      ...pages,
    ],
    performance: { hints: false },
    stats: 'errors-warnings',
  };
};
