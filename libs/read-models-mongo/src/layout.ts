/** Raised with the shape of the documents: what has another one is built anew. */
export const layout = 1;
