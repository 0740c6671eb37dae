import { api, ServerSaidNo } from './api';
import { randomId } from './random-id';

/**
 * Sends what one form says, as one act. The key stays while nobody knows whether the act was recorded (5xx, no answer), and
 * for the same body always: pressing again records once. Once the server has said no, a corrected form is another act: the
 * old key stands for the old body, and would be refused with the new one.
 */
export class CommandSender {
  private key = randomId();
  private refused: string | undefined;

  constructor(private readonly post: typeof api.post = api.post) {}

  /** @param bodyFor the body, given the key: from it come ids of what the act adds */
  async send<T>(path: string, bodyFor: (key: string) => unknown): Promise<T> {
    if (this.refused !== undefined && this.refused !== this.said(path, bodyFor)) this.beginAnother();
    try {
      return await this.post<T>(path, bodyFor(this.key), this.key);
    } catch (error) {
      if (saidNo(error)) this.refused = this.said(path, bodyFor);
      // The first body under this key may be recorded; this one is not, and under this key never will be.
      if (saidNo(error) && error.problem.code === 'key-reused') this.beginAnother();
      throw error;
    }
  }

  /** What is sent from now on is another act, even in the same words. */
  beginAnother(): void {
    this.key = randomId();
    this.refused = undefined;
  }

  private said(path: string, bodyFor: (key: string) => unknown): string {
    return `${path} ${JSON.stringify(bodyFor(this.key))}`;
  }
}

const saidNo = (error: unknown): error is ServerSaidNo => error instanceof ServerSaidNo && error.status < 500;
