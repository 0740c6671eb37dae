import { MemoryEventStore } from '@threekeys/event-store';
import { openTracing, tracedEventStore } from './index';
import { notebookOn, originOf, takeNotes } from './notebook.fixtures';

// A process that records one event and stops: the exporter reads the environment of a process.

async function main(): Promise<void> {
  const tracing = openTracing(process.env, 'intake', (error) => process.stdout.write(`${String(error)}\n`));
  const store = tracedEventStore(new MemoryEventStore(), tracing);
  await notebookOn(store).handle('note-1', takeNotes('a'), originOf('exported'));
  await tracing?.close();
}

void main();
