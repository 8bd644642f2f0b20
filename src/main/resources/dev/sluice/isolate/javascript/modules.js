// CommonJS among the program's own files, and what ECMAScript modules take from it.
'use strict';
(function ({ host, part }) {
  const { coded } = part('errors');
  const { find, names } = part('builtins');
  const folderOf = (path) => path.slice(0, Math.max(1, path.lastIndexOf('/')));
  const cache = Object.create(null);

  class Module {
    constructor(filename, parent) {
      this.id = parent === null ? '.' : filename;
      this.path = folderOf(filename);
      this.exports = {};
      this.filename = filename;
      this.loaded = false;
      this.children = [];
      this.paths = [];
      Object.defineProperty(this, 'parent', { value: parent, enumerable: false });
    }

    require(name) {
      return requireFor(this)(name);
    }

    static builtinModules = names;

    static isBuiltin(name) {
      return find(name) !== undefined;
    }

    static createRequire(place) {
      const path = `${place}`.replace(/^file:\/\//, '');
      return requireFor(new Module(path, null));
    }
  }
  Module.Module = Module;
  Module._cache = cache;

  const missing = (name, from) => {
    const error = coded(Error, 'MODULE_NOT_FOUND', `Cannot find module '${name}'\nRequire stack:\n- ${from}`);
    error.requireStack = [from];
    return error;
  };
  const resolve = (module, name) => {
    if (typeof name !== 'string') {
      throw part('errors').invalidArgument('id', 'of type string', name);
    }
    if (find(name) !== undefined || name === 'module' || name === 'node:module') {
      return name;
    }
    if (name.startsWith('node:')) {
      throw coded(
        Error,
        'ERR_UNKNOWN_BUILTIN_MODULE',
        `Cannot find module '${name}': of Node, an isolate has only ${names.join(', ')}`,
      );
    }
    const path = host.resolve(module.path, name);
    if (path === '') {
      throw missing(name, module.filename);
    }
    return path;
  };

  const load = (path, parent) => {
    const cached = cache[path];
    if (cached !== undefined) {
      return cached;
    }
    if (path.endsWith('.mjs')) {
      throw coded(Error, 'ERR_REQUIRE_ESM', `require() of ES Module ${path} from ${parent.filename} not supported.`);
    }
    const module = new Module(path, parent);
    cache[path] = module;
    parent?.children.push(module);
    let done = false;
    try {
      run(module, path);
      done = true;
    } finally {
      if (!done) {
        delete cache[path];
      }
    }
    module.loaded = true;
    return module;
  };
  const run = (module, path) => {
    if (path.endsWith('.json')) {
      try {
        module.exports = JSON.parse(host.text(path));
      } catch (error) {
        error.message = `${path}: ${error.message}`;
        throw error;
      }
      return;
    }
    const body = host.compile(path);
    Reflect.apply(body, module.exports, [module.exports, requireFor(module), module, path, module.path]);
  };

  const requireFor = (module) => {
    const require = (name) => {
      const path = resolve(module, name);
      if (path === 'module' || path === 'node:module') {
        return Module;
      }
      const found = find(path);
      return found === undefined ? load(path, module).exports : found;
    };
    require.resolve = (name) => resolve(module, name);
    require.main = main;
    require.cache = cache;
    return require;
  };

  const main = new Module(host.file, null);
  cache[host.file] = main;

  const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;
  // The names that a file of CommonJS seems to export, found in its text as Node finds them.
  const lexed = (path, seen = new Set()) => {
    if (seen.has(path) || !/\.c?js$/.test(path)) {
      return [];
    }
    seen.add(path);
    const { exports, reexports } = part('builtins').pack('cjs-module-lexer').parse(host.text(path));
    const further = reexports.flatMap((name) => {
      const other = host.resolve(folderOf(path), name);
      return other === '' ? [] : lexed(other, seen);
    });
    return [...exports, ...further];
  };

  return {
    main: {
      module: main,
      exports: main.exports,
      require: requireFor(main),
      __filename: host.file,
      __dirname: main.path,
    },
    // The exports of a built-in module or of a file, for a module.
    fromModule: (name) => (name === 'module' ? Module : (find(name) ?? load(name, null).exports)),
    // The names under which a module finds them, in lines.
    exportsOf: (name) => {
      const exported = name === 'module' ? Module : find(name);
      if (exported === undefined && !name.startsWith('/')) {
        return undefined;
      }
      const found = exported === undefined ? lexed(name) : Object.keys(exported);
      return [...new Set(found)].filter((key) => key !== 'default' && IDENTIFIER.test(key)).join('\n');
    },
  };
});
