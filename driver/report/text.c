// text.c -- how a report writes texts, numbers and places; its style sheet.
#include "driver/report/page.h"

#include <math.h>
#include <string.h>

void page_escape(StrBuf *out, const char *s, size_t n) {
  for (size_t i = 0; i < n; i++) {
    unsigned char c = (unsigned char)s[i];
    if (c == '<')
      strbuf_puts(out, "&lt;");
    else if (c == '>')
      strbuf_puts(out, "&gt;");
    else if (c == '&')
      strbuf_puts(out, "&amp;");
    else if (c == '"')
      strbuf_puts(out, "&quot;");
    else if (c < 0x20 && c != '\n' && c != '\t')
      strbuf_puts(out, "&#xfffd;");
    else
      strbuf_putc(out, (char)c);
  }
}

void page_text(Page *g, const char *s) { page_escape(g->out, s, strlen(s)); }

// Three digits and one of the names, which stand for powers of `step`.
static const char *scaled(const Page *g, double x, double step, const char *const *names, int n) {
  int i = 0;
  while (i + 1 < n && fabs(x) >= step * 0.9995) x /= step, i++;
  const char *space = *names[i] ? " " : "";
  int digits = x >= 99.95 || x == floor(x) ? 0 : x >= 9.995 ? 1 : 2;
  return arena_printf(g->a, "%.*f%s%s", digits, x, space, names[i]);
}

const char *page_number(const Page *g, double x) {
  static const char *const names[] = {"", "k", "M", "G", "T", "P"};
  return scaled(g, x, 1000, names, 6);
}

const char *page_bytes(const Page *g, double n) {
  static const char *const names[] = {"B", "kB", "MB", "GB", "TB"};
  return scaled(g, n, 1000, names, 5);
}

const char *page_time(const Page *g, double ns) {
  static const char *const names[] = {"ns", "\xc2\xb5s", "ms", "s"};
  return scaled(g, ns, 1000, names, 4);
}

const char *page_place(const Page *g, SrcRange at) {
  if (!at.line) return "";
  const char *name = diag_file_name(at.file), *slash = strrchr(name, '/');
  return arena_printf(g->a, "%s:%u", slash ? slash + 1 : name, at.line);
}

const char page_style[] =
    ":root{color-scheme:light dark;--bg:#fff;--fg:#1d2126;--dim:#68707a;--line:#dfe3e8;"
    "--panel:#f6f7f9;--accent:#1f6feb;--hot:#e8590c;--bar:#ffd8bf;--ok:#2b8a3e;--s:55%;--l:78%}\n"
    "@media(prefers-color-scheme:dark){:root{--bg:#15181c;--fg:#dde2e8;--dim:#949da8;"
    "--line:#30363d;--panel:#1c2127;--accent:#6cb0ff;--hot:#ff9d5c;--bar:#5c3218;--ok:#69db7c;"
    "--s:38%;--l:32%}}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0 auto;max-width:1200px;padding:1.5rem;background:var(--bg);color:var(--fg);"
    "font:15px/1.5 system-ui,sans-serif}\n"
    "h1{font-size:1.5rem;margin:0 0 .2rem}h2{font-size:1.15rem;margin:2.2rem 0 .6rem}\n"
    "p{margin:.3rem 0 .8rem;max-width:75ch}a{color:var(--accent);text-decoration:none}"
    "a:hover{text-decoration:underline}\n"
    ".dim{color:var(--dim)}nav{margin:.8rem 0}nav a{margin-right:1.1rem}\n"
    ".facts{display:flex;flex-wrap:wrap;gap:.6rem;margin:1rem 0}"
    ".facts div{background:var(--panel);border:1px solid var(--line);border-radius:6px;"
    "padding:.45rem .8rem}.facts b{display:block;font-size:1.15rem}\n"
    ".scroll{overflow:auto;border:1px solid var(--line);border-radius:6px;max-height:75vh}\n"
    "table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}"
    "th{text-align:right;font-weight:600;color:var(--dim);position:sticky;top:0;"
    "background:var(--panel);padding:.25rem .6rem;white-space:nowrap}"
    "th.l,td.l{text-align:left}"
    "td{text-align:right;padding:.1rem .6rem;white-space:nowrap;border-top:1px solid var(--line)}\n"
    ".src td{border:0;line-height:1.35}.src td.code{text-align:left;width:100%;white-space:pre;"
    "font-family:ui-monospace,monospace;font-size:13px}.src tr:target,tr:target{outline:2px solid "
    "var(--accent)}.src tr.hot{background:var(--panel)}\n"
    "td.time{background:linear-gradient(to left,var(--bar) var(--w),transparent var(--w))}\n"
    "pre{margin:0;padding:.6rem;overflow:auto;max-height:26rem;background:var(--panel);"
    "font:12.5px/1.4 ui-monospace,monospace}\n"
    "details{border:1px solid var(--line);border-radius:6px;margin:.35rem 0}"
    "summary{cursor:pointer;padding:.3rem .7rem}"
    "summary .n{float:right;color:var(--dim);font-variant-numeric:tabular-nums}"
    "details h3{font-size:.9rem;margin:.4rem .7rem;color:var(--dim)}\n"
    "svg{display:block}svg text{fill:var(--fg);font:11px system-ui,sans-serif}"
    "svg .dim{fill:var(--dim)}svg .axis{stroke:var(--dim);stroke-width:1}"
    "svg .grid{stroke:var(--line);stroke-width:1}svg .edge{stroke:var(--dim);fill:none;"
    "stroke-width:1.1;opacity:.65}svg .node{fill:var(--panel);stroke:var(--dim)}"
    "svg .hotnode{fill:var(--bar);stroke:var(--hot)}svg .roof{stroke:var(--accent);fill:none;"
    "stroke-width:2}svg .dot{fill:var(--hot);fill-opacity:.75;stroke:var(--bg)}"
    "svg .busy{fill:var(--accent)}svg .buf{stroke:var(--bg);stroke-width:.7}\n";
