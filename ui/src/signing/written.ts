// What a yes of the customer leaves to show.

/** A yes by phone leaves nothing; any other brings what shows it, or it follows: whoever stands at the desk signs the record. */
export const isWritten = (how: string): boolean => how !== "" && how !== "phone";
