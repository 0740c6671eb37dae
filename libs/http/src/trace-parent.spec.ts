import { traceParentOf } from './trace-parent';

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const span = '00f067aa0ba902b7';

describe('a traceparent header', () => {
  it('names the trace as a correlation id, and the span of the caller', () => {
    const read = { correlationId: '4bf92f35-77b3-4da6-a3ce-929d0e0e4736', spanId: span };
    expect(traceParentOf({ traceparent: `00-${trace}-${span}-01` })).toEqual(read);
    expect(traceParentOf({ traceparent: `cc-${trace}-${span}-01-what-will-be` })).toEqual(read);
  });

  it.each([
    ['none', undefined],
    ['another form', 'b3-like'],
    ['upper case', `00-${trace.toUpperCase()}-${span}-01`],
    ['a trace of zeros', `00-${'0'.repeat(32)}-${span}-01`],
    ['a span of zeros', `00-${trace}-${'0'.repeat(16)}-01`],
    ['version ff', `ff-${trace}-${span}-01`],
    ['more than version 00 has', `00-${trace}-${span}-01-more`],
    ['two', `00-${trace}-${span}-01, 00-${trace}-${span}-01`],
  ])('that is not valid says nothing: %s', (_name, traceparent) =>
    expect(traceParentOf(traceparent === undefined ? {} : { traceparent })).toBeUndefined(),
  );
});
