// How many modal dialogs are open: keys bound outside the topmost one stay silent (keys.ts, dialog.ts).

const open: HTMLDialogElement[] = [];

export function openDialogs(): number {
  return open.filter((dialog) => dialog.isConnected && dialog.open).length;
}

/** The dialog above all others. */
export const topDialog = (): HTMLDialogElement | undefined => open.filter((dialog) => dialog.isConnected && dialog.open).pop();

/** Puts every dialog away as Esc would: each host keeps what was typed. */
export function closeDialogs(): void {
  for (const dialog of [...open].reverse()) dialog.dispatchEvent(new Event("cancel", { cancelable: true }));
}

export function dialogOpened(dialog: HTMLDialogElement): void {
  open.push(dialog);
}

export function dialogClosed(dialog: HTMLDialogElement): void {
  const index = open.indexOf(dialog);
  if (index >= 0) open.splice(index, 1);
}
