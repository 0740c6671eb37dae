interface Wanted<Answer> {
  readonly key: string;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** Questions for one document each, asked in one call for all that are put in the same turn of the event loop. */
export class Gathered<Answer> {
  private wanted: Wanted<Answer>[] = [];

  /** @param ask for keys that are all different; what its answer leaves out is `missing` */
  constructor(
    private readonly ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, Answer>>,
    private readonly missing: Answer,
  ) {}

  /** Read after this call, never before. @throws what the call for all has thrown */
  get(key: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.wanted.push({ key, resolve, reject });
      if (this.wanted.length === 1) setImmediate(() => void this.answer());
    });
  }

  private async answer(): Promise<void> {
    const wanted = this.wanted;
    this.wanted = [];
    try {
      const answers = await this.ask([...new Set(wanted.map(({ key }) => key))]);
      for (const { key, resolve } of wanted) resolve(answers.get(key) ?? this.missing);
    } catch (error) {
      for (const { reject } of wanted) reject(error);
    }
  }
}
