// What a yes of the customer leaves to show.

/** A yes by phone or in person leaves nothing; any other brings what shows it, or it follows. */
export const isWritten = (how: string): boolean => how !== "" && how !== "phone" && how !== "in_person";
