// What a program finds in its global scope beyond the language. Runs first in every context, so it only says where things are
// to be had: whatever a program does not touch is never loaded. Nothing here is a boundary: a program may change any of
// it and harms only itself. The answer is for the runner alone.
'use strict';
(function (host) {
  const stringify = JSON.stringify;
  const define = (name, value) => {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
    return value;
  };
  // A part that is being loaded may look at what it is to define, and finds nothing yet.
  const found = (name, value) => (value === undefined ? value : define(name, value));

  // A part is a file beside this one: a function of the kit, run once, when it is first asked for.
  const parts = new Map();
  const part = (name) => {
    if (!parts.has(name)) {
      parts.set(name, {});
      try {
        parts.set(name, host.part(`${name}.js`)(kit));
      } catch (error) {
        parts.delete(name);
        throw error;
      }
    }
    return parts.get(name);
  };

  // Callbacks of process.nextTick, which run before those of promises.
  const ticks = [];
  const runTicks = () => {
    while (ticks.length > 0) {
      ticks.shift()();
    }
  };
  const rejections = [];
  const process = () => parts.get('process');

  const kit = { host, part, ticks, runTicks, NativeProxy: Proxy };

  // Each is a property of the global object from when it is first asked for or set.
  Object.setPrototypeOf(globalThis, {
    __proto__: Object.prototype,
    get console() { return found('console', part('console').console); },
    set console(value) { define('console', value); },
    get print() { return found('print', part('console').console.log); },
    set print(value) { define('print', value); },
    get setTimeout() { return found('setTimeout', part('timers').setTimeout); },
    set setTimeout(value) { define('setTimeout', value); },
    get setInterval() { return found('setInterval', part('timers').setInterval); },
    set setInterval(value) { define('setInterval', value); },
    get setImmediate() { return found('setImmediate', part('timers').setImmediate); },
    set setImmediate(value) { define('setImmediate', value); },
    get clearTimeout() { return found('clearTimeout', part('timers').clearTimeout); },
    set clearTimeout(value) { define('clearTimeout', value); },
    get clearInterval() { return found('clearInterval', part('timers').clearInterval); },
    set clearInterval(value) { define('clearInterval', value); },
    get clearImmediate() { return found('clearImmediate', part('timers').clearImmediate); },
    set clearImmediate(value) { define('clearImmediate', value); },
    get queueMicrotask() { return found('queueMicrotask', part('microtask')); },
    set queueMicrotask(value) { define('queueMicrotask', value); },
    get module() { return found('module', part('modules').main.module); },
    set module(value) { define('module', value); },
    get exports() { return found('exports', part('modules').main.exports); },
    set exports(value) { define('exports', value); },
    get require() { return found('require', part('modules').main.require); },
    set require(value) { define('require', value); },
    get __filename() { return found('__filename', part('modules').main.__filename); },
    set __filename(value) { define('__filename', value); },
    get __dirname() { return found('__dirname', part('modules').main.__dirname); },
    set __dirname(value) { define('__dirname', value); },
    get process() { return found('process', part('process').process); },
    set process(value) { define('process', value); },
    get Buffer() { return found('Buffer', part('builtins').builtin('buffer').Buffer); },
    set Buffer(value) { define('Buffer', value); },
    get URL() { return found('URL', part('builtins').builtin('url').URL); },
    set URL(value) { define('URL', value); },
    get URLSearchParams() { return found('URLSearchParams', part('builtins').builtin('url').URLSearchParams); },
    set URLSearchParams(value) { define('URLSearchParams', value); },
    get Event() { return found('Event', part('events').Event); },
    set Event(value) { define('Event', value); },
    get EventTarget() { return found('EventTarget', part('events').EventTarget); },
    set EventTarget(value) { define('EventTarget', value); },
    get CustomEvent() { return found('CustomEvent', part('events').CustomEvent); },
    set CustomEvent(value) { define('CustomEvent', value); },
    get AbortController() { return found('AbortController', part('events').AbortController); },
    set AbortController(value) { define('AbortController', value); },
    get AbortSignal() { return found('AbortSignal', part('events').AbortSignal); },
    set AbortSignal(value) { define('AbortSignal', value); },
    get atob() { return found('atob', part('base64').atob); },
    set atob(value) { define('atob', value); },
    get btoa() { return found('btoa', part('base64').btoa); },
    set btoa(value) { define('btoa', value); },
    get crypto() { return found('crypto', part('crypto')); },
    set crypto(value) { define('crypto', value); },
    get performance() { return found('performance', part('performance')); },
    set performance(value) { define('performance', value); },
    get structuredClone() { return found('structuredClone', part('structuredClone')); },
    set structuredClone(value) { define('structuredClone', value); },
    get DOMException() { return found('DOMException', part('DOMException')); },
    set DOMException(value) { define('DOMException', value); },
    get args() { return found('args', Array.from(host.args)); },
    set args(value) { define('args', value); },
    get env() { return found('env', part('environment')); },
    set env(value) { define('env', value); },
    get stdin() { return found('stdin', host.stdin); },
    set stdin(value) { define('stdin', value); },
    get global() { return found('global', globalThis); },
    set global(value) { define('global', value); },
  });
  Object.defineProperty(globalThis, 'Proxy', {
    get: () => found('Proxy', part('proxy').Proxy),
    set: (value) => void define('Proxy', value),
    configurable: true,
  });
  define('exit', (code = 0) => host.exit(process()?.leave(Number(code) & 255) ?? Number(code) & 255));
  Object.defineProperty(Error, 'captureStackTrace', {
    value: (target, above) => part('errors').captureStackTrace(target, above),
    writable: true,
    configurable: true,
    enumerable: false,
  });
  // What a module that the runner makes up is written with: see ModuleFiles.
  Object.defineProperty(globalThis, Symbol.for('sluice.module'), {
    value: (name) => part('modules').fromModule(name),
  });

  globalThis.Graal.setUnhandledPromiseRejectionHandler((reason, promise) => {
    rejections.push([reason, promise]);
    host.attention();
  });
  delete globalThis.Graal;

  return {
    // Runs a script. The answer is a place for the program's value.
    runScript: (program) => {
      const place = { value: program(), settled: true };
      runTicks();
      return place;
    },
    // Runs a script that returns at its top level, as a CommonJS module.
    runCommonJs: (program) => {
      const { exports, require, module, __filename, __dirname } = part('modules').main;
      Reflect.apply(program(), exports, [exports, require, module, __filename, __dirname]);
      runTicks();
      return { value: undefined, settled: true };
    },
    // Runs an ECMAScript module, which has ended when it was imported.
    runModule: (program, path) => {
      const place = { value: undefined, settled: false };
      program();
      import(path).then(
        (namespace) => {
          place.settled = true;
          place.value = namespace.default;
        },
        () => {},
      );
      return place;
    },
    // Does what turned up meanwhile and has to be done before the next timer.
    attend: () => {
      if (ticks.length > 0) {
        if (rejections.length > 0) {
          host.attention();
        }
        runTicks();
        return;
      }
      while (rejections.length > 0) {
        const [reason, promise] = rejections.shift();
        if (!process()?.rejected(reason, promise)) {
          throw reason;
        }
      }
    },
    // Whether the program has a handler for an error that nobody caught, which has run then.
    caught: (error) => process()?.caught(error) ?? false,
    // Nothing is pending any more; the program may set about something new.
    idle: () => process()?.idle(),
    // The exit code of a program that ends by itself: Node's 13 for a module that still awaits something.
    leave: (place) => {
      if (place?.value instanceof Promise) {
        const promise = place.value;
        place.value = undefined;
        promise.then(
          (value) => {
            place.value = value;
          },
          () => {},
        );
      }
      const code = place?.settled === false ? 13 : undefined;
      return process()?.leave(code) ?? code ?? 0;
    },
    // The last words of one that does not.
    fail: () => void process()?.leave(1),
    // The program's value as JSON, or undefined where it has none.
    json: (place) => {
      try {
        return stringify(place.value);
      } catch {
        return undefined;
      }
    },
    exportsOf: (name) => part('modules').exportsOf(name),
  };
});
