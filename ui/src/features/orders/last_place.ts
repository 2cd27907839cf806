// Where one was in a form when the telephone rang: coming back lands there again. Kept while the window is open.
const places = new Map<string, string>();

export const rememberPlace = (record: string, path: string): void => void places.set(record, path);

export const lastPlace = (record: string): string | undefined => places.get(record);
