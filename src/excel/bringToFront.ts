/**
 * Queue a sheet of ours to come to the front. One that somebody hid is shown again: who asks for it wants to see it, and Excel activates no
 * hidden sheet. The caller syncs.
 */
export async function bringToFront(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> {
  sheet.load('visibility');
  await context.sync();
  if (sheet.visibility !== 'Visible') sheet.visibility = 'Visible';
  sheet.activate();
}
