/** The files an add-in is started from: its manifest, and the shortcuts and functions that it names. */
import type { MetadataFile } from '../formula/functionList';
import type { Locale } from '../options';
import { type AddInAction, readActions } from '../ribbon/actions';
import { type AddInManifest, readManifest } from '../ribbon/manifest';

export interface AddInFiles {
  readonly manifest: AddInManifest;
  readonly actions: readonly AddInAction[];
  readonly metadata: MetadataFile;
}

const manifestAddress = '/manifest.xml';

/**
 * Fetch the files beside this page.
 *
 * @throws where the manifest or its functions cannot be fetched or read.
 */
export async function fetchAddInFiles(locale: Locale): Promise<AddInFiles> {
  const manifest = readManifest(await fetchText(manifestAddress), locale, window.location.origin);
  const actions = await actionsAt(manifest.shortcutsUrl);
  const metadata = JSON.parse(manifest.functionsUrl ? await fetchText(manifest.functionsUrl) : '{}');
  return { manifest, actions, metadata };
}

/** Excel starts an add-in also when its file of shortcuts cannot be read: it has none then. */
async function actionsAt(address: string): Promise<readonly AddInAction[]> {
  if (address === '') return [];
  try {
    return readActions(JSON.parse(await fetchText(address)));
  } catch {
    return [];
  }
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return response.text();
}
