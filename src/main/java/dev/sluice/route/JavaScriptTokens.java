package dev.sluice.route;

import java.util.ArrayList;
import java.util.List;

/**
 * JavaScript with its comments gone and each literal taken out: enough to look for words that are
 * really code. One pass, linear, and total: text that is no JavaScript gives some answer too.
 *
 * @param code the text; where a string was stands its index in quotes, such as {@code "3"}
 * @param literals the strings by index, escapes as written; a template counts as one string
 */
record JavaScriptTokens(String code, List<String> literals) {
  /** After these a slash begins a regular expression, not a division. */
  private static final String BEFORE_EXPRESSION = "(,=:[!&|?{};+-*%~^<>\n";

  static JavaScriptTokens of(String text) {
    return new Reader(text).read();
  }

  /** One reading of one text. */
  private static final class Reader {
    private final String text;
    private final StringBuilder code = new StringBuilder();
    private final List<String> literals = new ArrayList<>();
    private char lastVisible = '\n';
    private int at;

    Reader(String text) {
      this.text = text;
    }

    JavaScriptTokens read() {
      while (at < text.length()) {
        char here = text.charAt(at);
        if (text.startsWith("//", at)) {
          skipTo("\n");
        } else if (text.startsWith("/*", at)) {
          at += 2;
          skipTo("*/");
          at = Math.min(text.length(), at + 2);
          code.append(' ');
        } else if (here == '"' || here == '\'' || here == '`') {
          takeLiteral(here);
        } else if (here == '/' && BEFORE_EXPRESSION.indexOf(lastVisible) >= 0) {
          skipExpression();
        } else {
          if (!Character.isWhitespace(here)) {
            lastVisible = here;
          }
          code.append(here);
          at++;
        }
      }
      return new JavaScriptTokens(code.toString(), List.copyOf(literals));
    }

    private void skipTo(String end) {
      int found = text.indexOf(end, at);
      at = found < 0 ? text.length() : found;
    }

    private void takeLiteral(char quote) {
      int from = ++at;
      while (at < text.length() && !endsLiteral(text.charAt(at), quote)) {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      int to = Math.min(at, text.length());
      code.append('"').append(literals.size()).append('"');
      literals.add(text.substring(from, to));
      at = to + 1;
      lastVisible = '"';
    }

    /** A plain string that is not closed ends with its line. */
    private static boolean endsLiteral(char here, char quote) {
      return here == quote || (here == '\n' && quote != '`');
    }

    private void skipExpression() {
      boolean inClass = false;
      at++;
      while (at < text.length() && text.charAt(at) != '\n') {
        char here = text.charAt(at);
        if (here == '/' && !inClass) {
          at++;
          break;
        }
        inClass = here == '[' || (inClass && here != ']');
        at += here == '\\' ? 2 : 1;
      }
      code.append("/expression/");
      lastVisible = '/';
    }
  }
}
