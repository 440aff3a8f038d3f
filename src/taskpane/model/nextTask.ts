/** Let the page answer and paint before what comes next. */
export const nextTask = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 0));
