/** The whole look of the pages: big type and targets, one column, dark where the device is. Nothing is loaded. */
export const stylesheet = `
:root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--soft:#f3f1ec;--line:#767676;--key:#8a1c1c;--on-key:#fff;--wrong:#9b0000}
@media (prefers-color-scheme:dark){:root{--ink:#f1f1f1;--paper:#161616;--soft:#272625;--line:#9c9c9c;--key:#ffb3a7;--on-key:#2b0400;--wrong:#ffb3a7}}
*{box-sizing:border-box}
html{font-size:20px}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:34rem;margin:0 auto;padding:.8rem 1rem}
header{display:flex;justify-content:space-between;align-items:center;gap:1rem;font-weight:600}
h1{font-size:1.5rem;line-height:1.3;margin:.4rem 0 1rem}
h2{font-size:1.2rem;line-height:1.3;margin:1.6rem 0 .6rem}
a{color:var(--key)}
header a,dd a{display:inline-flex;align-items:center;min-height:60px}
header a{padding:0 .6rem}
summary{cursor:pointer;font-weight:600;padding:.8rem 0}
dl{margin:0;background:var(--soft);padding:.6rem .9rem;border-radius:.5rem}
dt{font-size:.9rem}
dd{margin:0 0 .6rem;font-weight:600;white-space:pre-wrap}
blockquote{margin:.3rem 0;padding:.2rem .8rem;border-left:4px solid var(--line);white-space:pre-wrap}
ol,ul{padding-left:1.2rem}
li{margin:.4rem 0}
form{margin:1.2rem 0}
fieldset{border:0;margin:0 0 1rem;padding:0}
legend,.label{display:block;padding:0;margin:0 0 .3rem;font-weight:600}
.hint{display:block;margin:0 0 .3rem;font-weight:400}
input,textarea,select,button{font:inherit;color:inherit;width:100%;min-height:60px;padding:.5rem .8rem;border:2px solid var(--line);border-radius:.5rem;background:var(--paper);margin:0 0 1rem}
textarea{min-height:6.5rem}
.choice{display:flex;align-items:center;gap:.7rem;min-height:60px}
.choice input{width:1.6rem;height:1.6rem;min-height:0;margin:0;flex:none;accent-color:var(--key)}
.scores{display:flex;flex-wrap:wrap;gap:.2rem .9rem}
.scores .choice{min-width:60px}
button{background:var(--key);border-color:var(--key);color:var(--on-key);font-weight:600;cursor:pointer}
button.quiet{background:var(--paper);color:var(--key)}
:focus-visible{outline:4px solid var(--key);outline-offset:3px}
.wrong{border:3px solid var(--wrong);border-radius:.5rem;padding:.6rem .9rem;margin:0 0 1rem}
.wrong p{margin:0}
footer{font-size:.9rem}
`;
