export const dispatch = 1;
