// A Proxy that remembers its target, so that printing one calls none of its traps.
'use strict';
(function ({ NativeProxy }) {
  const made = new WeakMap();
  return {
    Proxy: new NativeProxy(NativeProxy, {
      construct: (target, args, newTarget) => {
        const proxy = Reflect.construct(target, args, newTarget);
        made.set(proxy, args);
        return proxy;
      },
    }),
    details: (value) => made.get(value),
  };
});
