import { markup } from './markup';

describe('a template', () => {
  it('shows markup in words as text, in an attribute too', () => {
    const words = `<script>alert('1')</script>" onload="x&y`;
    expect(markup`<p title="${words}">${words}</p>`.text).toBe(
      '<p title="&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onload=&quot;x&amp;y">' +
        '&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onload=&quot;x&amp;y</p>',
    );
  });

  it('takes markup of other templates, one or several, and leaves out what is not there', () => {
    const items = ['a', '<b>'].map((each) => markup`<li>${each}</li>`);
    const list = markup`<ul>${items}</ul>${undefined}${false}${0}`;
    expect(list.text).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>0');
  });

  it('escapes what only looks like markup of a template', () => {
    const forged = { text: '<script>' } as never;
    expect(() => markup`<p>${forged}</p>`).toThrow();
  });
});
