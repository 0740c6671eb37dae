/** What is asked for once, and remembered; where that failed, it is asked for again. */
export class Once<Value> {
  private asked: Promise<Value> | undefined;

  constructor(private readonly ask: () => Promise<Value>) {}

  get(): Promise<Value> {
    this.asked ??= Promise.resolve()
      .then(this.ask)
      .catch((error: unknown) => {
        this.asked = undefined;
        throw error;
      });
    return this.asked;
  }
}
