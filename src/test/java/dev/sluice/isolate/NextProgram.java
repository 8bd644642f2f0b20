package dev.sluice.isolate;

import java.util.Map;

/**
 * What a tenant runs after a hostile program of the same language: it uses what that may have
 * spoilt, and writes {@link #OUTPUT} if all is as it was.
 */
final class NextProgram {
  static final String OUTPUT = "3 none\n";

  private static final Map<String, String> BY_LANGUAGE =
      Map.of(
          "javascript",
          """
          const list = [];
          list.push({ a: 1 }, { a: 2 });
          const sum = list.map(({ a }) => a).reduce((left, right) => left + right);
          Promise.resolve(JSON.parse(`{"sum":${sum}}`)).then(({ sum }) =>
            setTimeout(() => console.log(sum, String(Object.prototype.polluted ?? 'none')), 1));
          """,
          "typescript",
          """
          type Item = { a: number };
          const list: Item[] = [{ a: 1 }, { a: 2 }];
          const sum: number = list.map(({ a }) => a).reduce((left, right) => left + right);
          console.log(sum, String((Object.prototype as any).polluted ?? 'none'));
          """,
          "python",
          """
          import builtins, json, sys
          values = json.loads('[1, 2]')
          print(sum(values), getattr(builtins, 'polluted', getattr(sys, 'polluted', 'none')))
          """);

  private NextProgram() {}

  static String in(String language) {
    String code = BY_LANGUAGE.get(language);
    if (code == null) {
      throw new IllegalStateException("what comes after a hostile program in " + language + "?");
    }
    return code;
  }
}
