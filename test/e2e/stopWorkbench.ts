export default async function stopWorkbench(): Promise<void> {
  globalThis.workbenchServer?.kill('SIGTERM');
}
