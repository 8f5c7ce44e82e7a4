// cli_help.c -- what the table of options says: help, and completions for shells.
#include "driver/cli.h"

#include <string.h>

enum { COLUMN = 24 }; // where the explanations begin

//===-- help -------------------------------------------------------------------------------===//

static void help_commands(StrBuf *s) {
  strbuf_puts(s, "usage: cjaxc [COMMAND] [OPTIONS] FILE\n\n");
  for (int c = 0; c < COMMAND_COUNT; c++) {
    size_t before = s->n;
    strbuf_printf(s, "  cjaxc %s%s%s", commands[c].name, *commands[c].operands ? " " : "",
                  commands[c].operands);
    size_t n = s->n - before;
    strbuf_fill(s, ' ', n < 44 ? 44 - n : 2);
    strbuf_printf(s, "%s\n", commands[c].help);
  }
  strbuf_puts(s, "\nAn argument @FILE stands for the words in a file.\n\n");
}

static void help_lines(StrBuf *s, const char *text) {
  for (;;) {
    size_t n = strcspn(text, "\n");
    strbuf_add(s, text, n);
    strbuf_putc(s, '\n');
    if (!text[n]) return;
    text += n + 1;
    strbuf_fill(s, ' ', COLUMN);
  }
}

// Option i, and those behind it that are its other names.
static void help_option(StrBuf *s, int i) {
  size_t before = s->n;
  strbuf_printf(s, "  %s", options[i].name);
  for (int k = i + 1; k < option_count && !options[k].help; k++)
    strbuf_printf(s, ", %s", options[k].name);
  if (options[i].value)
    strbuf_printf(s, "%s%s", options[i].name[1] == '-' ? "=" : " ", options[i].value);
  size_t n = s->n - before;
  strbuf_fill(s, ' ', n < COLUMN - 1 ? COLUMN - n : 1);
  help_lines(s, options[i].help);
  if (!options[i].choices || strlen(options[i].choices) > 80) return;
  strbuf_fill(s, ' ', COLUMN);
  strbuf_printf(s, "%s\n", options[i].choices);
}

void cli_help(StrBuf *s, Command c) {
  unsigned those = c == COMMAND_COUNT ? ~0u : 1u << c;
  if (c == COMMAND_COUNT)
    help_commands(s);
  else
    strbuf_printf(s, "usage: cjaxc %s [OPTIONS] %s\n  %s\n\n", commands[c].name,
                  commands[c].operands, commands[c].help);
  for (int i = 0; i < option_count; i++)
    if (options[i].help && options[i].commands & those) help_option(s, i);
}

//===-- completions ----------------------------------------------------------------------===//

// The first line of what an option or a command is for, without what a shell's quotes would end.
static void put_summary(StrBuf *s, const char *text) {
  for (; *text && *text != '\n'; text++)
    if (!strchr("'[]:\\", *text)) strbuf_putc(s, *text);
}

static const char *help_of(int i) {
  while (!options[i].help) i--;
  return options[i].help;
}

static void put_names(StrBuf *s, unsigned those) {
  for (int i = 0; i < option_count; i++)
    if (options[i].commands & those)
      strbuf_printf(s, "%s%s ", options[i].name,
                    options[i].value && options[i].name[1] == '-' ? "=" : "");
}

static void bash_script(StrBuf *s) {
  strbuf_puts(s, "# bash completion of cjaxc, made by: cjaxc completions bash\n"
                 "_cjaxc() {\n"
                 "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
                 "  local command=${COMP_WORDS[1]} choices= name=\n"
                 "  COMPREPLY=()\n"
                 "  if [[ $word == = ]]; then name=$before word=\n"
                 "  elif [[ $before == = ]]; then name=${COMP_WORDS[COMP_CWORD-2]}\n"
                 "  else name=$before; fi\n"
                 "  case $name in\n");
  for (int i = 0; i < option_count; i++)
    if (options[i].choices)
      strbuf_printf(s, "    %s) choices='%s' ;;\n", options[i].name, options[i].choices);
  strbuf_puts(s, "  esac\n"
                 "  if [[ -n $choices ]]; then\n"
                 "    COMPREPLY=($(compgen -W \"$choices\" -- \"$word\"))\n"
                 "    return\n"
                 "  fi\n"
                 "  if [[ $word == -* ]]; then\n"
                 "    case $command in\n");
  for (int c = 0; c < COMMAND_COUNT; c++) {
    strbuf_printf(s, "      %s) choices='", commands[c].name);
    put_names(s, 1u << c);
    strbuf_puts(s, "' ;;\n");
  }
  strbuf_puts(s, "      *) choices='");
  put_names(s, 1u << COMMAND_BUILD);
  strbuf_puts(s, "' ;;\n"
                 "    esac\n"
                 "    COMPREPLY=($(compgen -W \"$choices\" -- \"$word\"))\n"
                 "    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace\n"
                 "    return\n"
                 "  fi\n"
                 "  if ((COMP_CWORD == 1)); then COMPREPLY=($(compgen -W '");
  for (int c = 0; c < COMMAND_COUNT; c++) strbuf_printf(s, "%s ", commands[c].name);
  strbuf_puts(s, "' -- \"$word\")); fi\n"
                 "  COMPREPLY+=($(compgen -f -X '!*.@(py|mlir)' -- \"$word\") "
                 "$(compgen -d -- \"$word\"))\n"
                 "}\n"
                 "shopt -s extglob\n"
                 "complete -o filenames -F _cjaxc cjaxc\n");
}

static void zsh_option(StrBuf *s, int i) {
  const Option *p = &options[i];
  strbuf_printf(s, "    '%s%s[", p->name, !p->value ? "" : p->name[1] == '-' ? "=" : "+");
  put_summary(s, help_of(i));
  strbuf_puts(s, "]");
  if (p->choices)
    strbuf_printf(s, ":%s:(%s)", p->value, p->choices);
  else if (p->value)
    strbuf_printf(s, ":%s:%s", p->value, strcmp(p->value, "FILE") ? "" : "_files");
  strbuf_puts(s, "' \\\n");
}

static void zsh_script(StrBuf *s) {
  strbuf_puts(s, "#compdef cjaxc\n# made by: cjaxc completions zsh\n_cjaxc() {\n"
                 "  local -a commands=(\n");
  for (int c = 0; c < COMMAND_COUNT; c++) {
    strbuf_printf(s, "    '%s:", commands[c].name);
    put_summary(s, commands[c].help);
    strbuf_puts(s, "'\n");
  }
  strbuf_puts(s, "  )\n  if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then\n"
                 "    _describe command commands\n    _files -g '*.(py|mlir)'\n    return\n  fi\n"
                 "  _arguments -s \\\n");
  for (int i = 0; i < option_count; i++) zsh_option(s, i);
  strbuf_puts(s, "    '*:file:_files -g \"*.(py|mlir)\"'\n}\n_cjaxc \"$@\"\n");
}

static void fish_option(StrBuf *s, int i) {
  const Option *p = &options[i];
  const char *name = p->name + 1 + (p->name[1] == '-');
  const char *kind = p->name[1] == '-' ? "-l" : strlen(name) == 1 ? "-s" : "-o";
  strbuf_printf(s, "complete -c cjaxc %s %s", kind, name);
  if (p->choices)
    strbuf_printf(s, " -x -a '%s'", p->choices);
  else if (p->value)
    strbuf_puts(s, strcmp(p->value, "FILE") ? " -x" : " -r");
  strbuf_puts(s, " -d '");
  put_summary(s, help_of(i));
  strbuf_puts(s, "'\n");
}

static void fish_script(StrBuf *s) {
  strbuf_puts(s, "# fish completion of cjaxc, made by: cjaxc completions fish\n");
  for (int c = 0; c < COMMAND_COUNT; c++) {
    strbuf_printf(s, "complete -c cjaxc -n __fish_use_subcommand -a %s -d '", commands[c].name);
    put_summary(s, commands[c].help);
    strbuf_puts(s, "'\n");
  }
  for (int i = 0; i < option_count; i++) fish_option(s, i);
}

bool cli_completions(StrBuf *s, const char *shell) {
  if (!strcmp(shell, "bash")) return bash_script(s), true;
  if (!strcmp(shell, "zsh")) return zsh_script(s), true;
  if (!strcmp(shell, "fish")) return fish_script(s), true;
  return false;
}
