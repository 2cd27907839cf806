// Pictures of the clipboard, read on their way to the sign box.
//   pictureFiles(event)   the pictures of a paste   ·   await pastedPictures(files, takenNames)
import type { Piece } from "../kit/evidence_box";

const two = (number: number): string => String(number).padStart(2, "0");

/** The name of a picture that came without one. */
export function pastedName(at: Date, type: string, taken: readonly string[]): string {
  const ending = type === "image/jpeg" ? "jpg" : (type.split("/")[1] ?? "png");
  const stem = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}-${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`;
  let name = `${stem}.${ending}`;
  for (let again = 2; taken.includes(name); again += 1) name = `${stem}-${again}.${ending}`;
  return name;
}

function read(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result)));
    reader.addEventListener("error", () => reject(reader.error ?? new Error("unread")));
    reader.readAsDataURL(file);
  });
}

/** The pictures on the clipboard of this paste. */
export function pictureFiles(event: ClipboardEvent): File[] {
  return [...(event.clipboardData?.files ?? [])].filter((file) => file.type.startsWith("image/"));
}

export async function pastedPictures(files: readonly File[], taken: readonly string[]): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for (const file of files) {
    const picture = await read(file);
    const names = [...taken, ...pieces.map((piece) => (piece.kind === "pasted" ? piece.name : ""))];
    pieces.push({ kind: "pasted", name: pastedName(new Date(), file.type, names), data: picture.slice(picture.indexOf(",") + 1), picture });
  }
  return pieces;
}
