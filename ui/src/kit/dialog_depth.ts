// How many modal dialogs are open: keys bound outside the topmost one stay silent (keys.ts, dialog.ts).

const open: HTMLDialogElement[] = [];

export function openDialogs(): number {
  return open.filter((dialog) => dialog.isConnected && dialog.open).length;
}

export function dialogOpened(dialog: HTMLDialogElement): void {
  open.push(dialog);
}

export function dialogClosed(dialog: HTMLDialogElement): void {
  const index = open.indexOf(dialog);
  if (index >= 0) open.splice(index, 1);
}
